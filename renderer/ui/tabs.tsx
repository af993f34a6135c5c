import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './tabs.module.css'

type TabItem = { id: string; name: string; content: ReactNode }
type TabsProps = {
  label: string
  tabs: readonly TabItem[]
  value?: string
  onChange?: (id: string) => void
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <AriaTabs
      className={cx(styles.tabs)}
      {...(value ? { selectedKey: value } : {})}
      {...(onChange ? { onSelectionChange: (id) => onChange(String(id)) } : {})}
    >
      <TabList aria-label={label} className={cx(styles.list)}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className={cx(styles.tab)}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={cx(styles.panel)}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
