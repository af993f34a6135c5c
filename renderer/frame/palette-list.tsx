import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { cx } from '#renderer/ui/cx'
import { KeysOf } from '#renderer/ui/keys'
import { keyOf, type Group, type Item } from './palette-items.ts'
import styles from './palette.module.css'

type PaletteListProps = {
  id: string
  groups: readonly Group[]
  /** Key of the item that Enter takes. */
  active: string | null
  onChoose: (item: Item) => void
  onPoint: (key: string) => void
}

export const optionId = (list: string, key: string): string => `${list} ${key}`.replaceAll(' ', '-')

/** The list of a combobox: the focus stays in the field, and the active one is kept in sight. */
export function PaletteList({ id, groups, active, onChoose, onPoint }: PaletteListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) document.getElementById(optionId(id, active))?.scrollIntoView?.({ block: 'nearest' })
  }, [id, active])
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('frame.find')} className={styles.results}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <h3 id={`${id}-${group.id}`} role="presentation" className={styles.group}>
            {t(`frame.group.${group.id}`)}
          </h3>
          {group.items.map((item) => (
            <Option
              key={keyOf(item)}
              id={optionId(id, keyOf(item))}
              item={item}
              isActive={keyOf(item) === active}
              onChoose={() => onChoose(item)}
              onPoint={() => onPoint(keyOf(item))}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type OptionProps = { id: string; item: Item; isActive: boolean; onChoose: () => void; onPoint: () => void }

function Option({ id, item, isActive, onChoose, onPoint }: OptionProps) {
  const { icon: Icon, name, about, end, command } = item
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field's keys serve it, by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={cx(styles.item, isActive && styles.active)}
      onPointerMove={onPoint}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={15} strokeWidth={1.7} aria-hidden />
      <b>{name}</b> <span className={styles.about}>{about}</span>{' '}
      {command ? (
        <span className={styles.keys}>
          <KeysOf command={command} />
        </span>
      ) : (
        <span className={styles.end}>{end}</span>
      )}
    </div>
  )
}
