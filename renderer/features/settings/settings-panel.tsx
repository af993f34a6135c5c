import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { Button } from '#renderer/ui/button'
import { Kbd } from '#renderer/ui/kbd'
import { useKeysOf, usePrinted } from '#renderer/ui/keys'
import { useTitleFocus } from '#renderer/ui/page'
import { Popover } from '#renderer/ui/popover'
import { useMedia } from '#renderer/ui/use-media'
import { wordOf } from './found.ts'
import { PageParts } from './page-parts.tsx'
import { FIRST_PAGE, pageOf, type PageId } from './pages.ts'
import { SettingsNav } from './settings-nav.tsx'
import { usePageFocus } from './use-page-focus.ts'
import { usePageWalk } from './use-page-walk.ts'
import styles from './settings-panel.module.css'

type Props = { call: Call; host: Bridge; state: Output<'app.state'> }
const LAST = 'settings.page'

/** Settings, a page at a time: `/settings/<page>`, and `/settings/<page>/<word>` for one setting on it. */
export function SettingsPanel({ call, host, state }: Props) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const [, , id, word] = location.split('/')
  const named = pageOf(id)
  const page = named ?? pageOf(sessionStorage.getItem(LAST)) ?? pageOf(FIRST_PAGE)
  const title = useTitleFocus()
  const isNarrow = useMedia('(max-width: 1000px)')
  const shown = page?.id ?? FIRST_PAGE
  const key = page?.finds.find((each) => wordOf(each) === word)
  const { ref, ...kept } = usePageFocus({
    page: shown,
    isNamed: named !== undefined,
    words: key ? t(key) : null,
  })
  const { before, after } = usePageWalk(shown, state.settings.singleKeys)
  const { atDesk } = state
  if (!page || !atDesk) return null
  sessionStorage.setItem(LAST, shown)
  const name = t(`settings.pages.${shown}`)
  const nav = { here: shown, role: atDesk.role }
  const { settings, reps, lists } = state
  const given = { call, host, state, settings, reps, lists, atDesk, atDeskId: atDesk.id, role: atDesk.role }
  return (
    <div className={styles.settings}>
      <header className={styles.side}>
        <h1 ref={title} tabIndex={-1}>
          {t('settings.title')}
        </h1>
        {isNarrow ? (
          <Popover
            label={t('settings.pagesLabel')}
            trigger={
              <Button>
                {t(`settings.groups.${page.group}`)} › {name} <ChevronDown size={14} aria-hidden />
              </Button>
            }
          >
            {(close) => <SettingsNav {...nav} onGo={close} />}
          </Popover>
        ) : (
          <SettingsNav {...nav} />
        )}
      </header>
      <div
        ref={ref}
        key={shown}
        role="region"
        aria-label={name}
        tabIndex={-1}
        data-page
        className={styles.page}
        {...kept}
      >
        <div className={styles.parts}>
          <PageParts page={page} given={{ ...given, language: settings.language }} />
        </div>
      </div>
      <footer className={styles.foot}>
        <Step to={before} command="previous" />
        <Step to={after} command="next" />
      </footer>
    </div>
  )
}

/** The page before or after, with the letter that goes there. */
function Step({ to, command }: { to: PageId | null; command: 'next' | 'previous' }) {
  const { t } = useTranslation()
  const printed = usePrinted()
  const letter = useKeysOf()(command).find((key) => !key.startsWith('Arrow'))
  if (!to) return <span />
  return (
    <Link href={`/settings/${to}`} className={styles.step ?? ''}>
      {t(`settings.${command}`, { page: t(`settings.pages.${to}`) })}
      {letter && <Kbd>{printed(letter)}</Kbd>}
    </Link>
  )
}
