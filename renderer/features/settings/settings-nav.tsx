import { Lock } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'

import { atLeast, type Role } from '#shared/domain/people'
import { cx } from '#renderer/ui/cx'
import { findSettings } from './found.ts'
import { GROUPS, PAGES, type PageId, type SettingsPage } from './pages.ts'
import styles from './settings-nav.module.css'

type Props = { here: PageId; role: Role; onGo?: () => void }

/** Every page by its group, or what was searched for on all of them. Arrows walk what is listed. */
export function SettingsNav({ here, role, onGo }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [, go] = useLocation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' })
  }, [here])
  const isSearch = text.trim() !== ''
  const found = isSearch ? findSettings(t, text) : []

  const onFieldKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') list.current?.querySelector('a')?.focus()
    else if (event.key === 'Enter' && found[0]) {
      go(found[0].path)
      onGo?.()
    } else return
    event.preventDefault()
  }
  const link = {
    onKeyDown: (event: KeyboardEvent) => walk(event, list.current),
    ...(onGo ? { onClick: onGo } : {}),
  }
  return (
    <nav className={styles.nav} data-pages aria-label={t('settings.pagesLabel')}>
      <SearchField aria-label={t('settings.find')} value={text} onChange={setText}>
        <Input className={cx(styles.find)} placeholder={t('settings.find')} onKeyDown={onFieldKey} />
      </SearchField>
      <div ref={list} className={styles.list}>
        {isSearch ? (
          <ul aria-label={t('settings.foundLabel')}>
            {found.map(({ path, name, pageName }) => (
              <li key={path}>
                <Link href={path} className={styles.link ?? ''} {...link}>
                  <span>
                    {name}
                    {name !== pageName && <small>{pageName}</small>}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          GROUPS.map((group) => (
            <section key={group} className={styles.group}>
              <p id={`settings-${group}`}>{t(`settings.groups.${group}`)}</p>
              <ul aria-labelledby={`settings-${group}`}>
                {PAGES.filter((page) => page.group === group).map((page) => (
                  <li key={page.id}>
                    <Link
                      href={`/settings/${page.id}`}
                      className={cx(styles.link, page.id === here && styles.here)}
                      {...(page.id === here ? { 'aria-current': 'page' as const } : {})}
                      {...link}
                    >
                      <span>{t(`settings.pages.${page.id}`)}</span>
                      <Locked page={page} role={role} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))
        )}
      </div>
      <p role="status" className={cx(found.length > 0 ? 'sr-only' : styles.none)}>
        {isSearch && t('settings.found', { count: found.length })}
      </p>
    </nav>
  )
}

/** Whose it is to change, where it is not for who sits here. */
function Locked({ page, role }: { page: SettingsPage; role: Role }) {
  const { t } = useTranslation()
  const needs = page.seenBy ?? page.changedBy
  if (!needs || atLeast(role, needs)) return null
  return (
    <>
      <span className="sr-only"> ({t(`settings.lock.${needs === 'admin' ? 'admin' : 'lead'}`)})</span>
      <Lock size={12} aria-hidden />
    </>
  )
}

/** Up, down, first, last: the focus goes along, and Enter opens. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const links = [...(list?.querySelectorAll('a') ?? [])]
  const at = links.indexOf(event.target as HTMLAnchorElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  const field = list?.parentElement?.querySelector('input')
  ;(to < 0 ? field : links[to])?.focus()
}
