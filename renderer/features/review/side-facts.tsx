import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { AlikeSide } from '#shared/contract/review'
import { useFormat } from '#renderer/ui/format'
import styles from './review.module.css'

type Sides = readonly [AlikeSide, AlikeSide]

/** What both keep: numbers, addresses, leads and what was kept beside them all go to the one who stays. */
export function SideFacts({ sides }: { sides: Sides }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows: readonly (readonly [string, (side: AlikeSide) => ReactNode[]])[] = [
    [
      t('review.phones'),
      ({ phones }) =>
        phones.map(({ display }) => (
          <span key={display} className={styles.mono}>
            {display}
          </span>
        )),
    ],
    [t('review.emails'), ({ emails }) => emails],
    [
      t('review.leads'),
      ({ leads }) =>
        leads.map(({ leadId, listName, stage }) => (
          <Link key={leadId} href={`/leads/${leadId}`}>
            {t('review.lead', { list: listName, stage: t(`common.stage.${stage}`) })}
          </Link>
        )),
    ],
    [
      t('review.people'),
      ({ people, phones, emails }) =>
        phones.length + emails.length > 0 || people < 2 ? [] : [format.number(people)],
    ],
    [t('review.lastTouch'), ({ lastTouchAt }) => (lastTouchAt === null ? [] : [format.moment(lastTouchAt)])],
    [t('review.since'), ({ createdAt }) => (createdAt === null ? [] : [format.day(createdAt)])],
    [t('review.kept'), ({ extra }) => Object.entries(extra).map(([header, cell]) => `${header}: ${cell}`)],
  ]
  return rows.flatMap(([name, of]) => {
    const cells = sides.map(of)
    if (cells.every((cell) => cell.length === 0)) return []
    return [
      <span key={name} className={styles.name}>
        {name}
      </span>,
      ...cells.map((cell, at) => (
        <div key={`${name} ${at}`} className={styles.facts}>
          {cell.length === 0 ? (
            <i>{t('review.nothing')}</i>
          ) : (
            cell.map((one, place) => <div key={place}>{one}</div>)
          )}
        </div>
      )),
    ]
  })
}
