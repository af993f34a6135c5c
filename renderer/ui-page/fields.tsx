import { useState } from 'react'

import { Checkbox } from '../ui/checkbox.tsx'
import { Choices } from '../ui/choices.tsx'
import { CountrySelect } from '../ui/country-select.tsx'
import { DateField } from '../ui/date-field.tsx'
import { DaysField } from '../ui/days-field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { InlineEdit } from '../ui/inline-edit.tsx'
import { MultiSelect } from '../ui/multi-select.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { PickMany } from '../ui/pick-many.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TimeField } from '../ui/time-field.tsx'
import { Specimen, type SectionProps } from './specimen.tsx'
import styles from './kit-page.module.css'

type Place = 'one' | 'two' | 'three'

export function Fields({ words }: SectionProps) {
  const [text, setText] = useState('')
  const [number, setNumber] = useState<number | null>(12)
  const [day, setDay] = useState('2026-11-24')
  const [time, setTime] = useState<number | null>(570)
  const [place, setPlace] = useState<Place | null>('one')
  const [places, setPlaces] = useState<Place[]>(['one', 'two'])
  const [country, setCountry] = useState('ES')
  const [isTicked, tick] = useState(true)
  const options = [
    { id: 'one' as const, name: words.light, note: words.hint },
    { id: 'two' as const, name: words.dark, note: words.late },
    { id: 'three' as const, name: words.long, note: words.note },
  ]
  const few = options.slice(0, 2)
  return (
    <div className={styles.grid}>
      <Specimen name="TextField">
        <TextField label={words.name} value={text} onChange={setText} placeholder={words.long} />
        <TextField label={words.name} value={text} onChange={setText} hint={words.hint} />
        <TextField label={words.name} value="x" wrong={words.wrong} />
        <TextField label={words.name} value={words.long} isDisabled />
        <TextField label={words.hint} value={words.long} rows={3} />
      </Specimen>
      <Specimen name="NumberField">
        <NumberField label={words.name} value={number} onChange={setNumber} />
        <NumberField label={words.name} value={null} onChange={setNumber} wrong={words.wrong} />
      </Specimen>
      <Specimen name="DateField">
        <DateField label={words.name} value={day} onChange={setDay} />
        <DateField label={words.name} value="" onChange={setDay} />
        <DateField label={words.name} value={day} onChange={setDay} wrong={words.wrong} />
      </Specimen>
      <Specimen name="DaysField">
        <DaysField label={words.name} value={[day]} onChange={() => {}} />
        <DaysField label={words.name} value={[]} onChange={() => {}} />
      </Specimen>
      <Specimen name="TimeField">
        <TimeField label={words.name} value={time} onChange={setTime} />
        <TimeField label={words.name} value={time} onChange={setTime} wrong={words.wrong} />
      </Specimen>
      <Specimen name="Select">
        <Select label={words.name} options={options} value={place} onChange={setPlace} />
        <Select
          label={words.name}
          options={options}
          value={null}
          onChange={setPlace}
          placeholder={words.hint}
        />
        <Select label={words.name} options={options} value={null} onChange={setPlace} wrong={words.wrong} />
        <Select label={words.name} options={options} value="three" onChange={setPlace} isDisabled />
      </Specimen>
      <Specimen name="MultiSelect">
        <MultiSelect
          label={words.name}
          options={options}
          value={places}
          onChange={setPlaces}
          any={words.more}
        />
        <MultiSelect label={words.name} options={options} value={[]} onChange={setPlaces} any={words.more} />
      </Specimen>
      <Specimen name="PickMany">
        <PickMany
          label={words.name}
          hint={words.hint}
          options={options}
          value={places}
          onChange={(ids) => setPlaces(ids as Place[])}
          placeholder={words.more}
          removeLabel={(name) => `− ${name}`}
        />
        <PickMany
          label={words.name}
          options={options}
          value={['one']}
          onChange={() => {}}
          placeholder={words.more}
          removeLabel={(name) => `− ${name}`}
          isReadOnly
        />
      </Specimen>
      <Specimen name="CountrySelect">
        <CountrySelect label={words.name} value={country} onChange={setCountry} />
      </Specimen>
      <Specimen name="Segmented">
        <Segmented label={words.name} options={few} value={place} onChange={setPlace} />
        <Segmented label={words.name} options={few} value={null} onChange={setPlace} wrong={words.wrong} />
      </Specimen>
      <Specimen name="Checkbox">
        <Checkbox isSelected={isTicked} onChange={tick}>
          {words.hint}
        </Checkbox>
        <Checkbox isSelected={false}>{words.note}</Checkbox>
        <Checkbox isSelected isDisabled>
          {words.note}
        </Checkbox>
      </Specimen>
      <Specimen name="Choices">
        <Choices label={words.name} hint={words.hint} options={options} onChange={setPlace} />
      </Specimen>
      <Specimen name="InlineEdit">
        {['', words.long].map((value) => (
          <InlineEdit
            key={value}
            label={words.name}
            editLabel={`${words.name}: ${value || words.more}`}
            value={value}
            blank={words.more}
            onSave={() => Promise.resolve(null)}
          />
        ))}
      </Specimen>
      <Specimen name="FileDrop">
        <FileDrop title={words.emptyDo} choose={words.open} hint={words.note} onFile={() => {}} />
        <FileDrop title={words.emptyDo} choose={words.open} onFile={() => {}} isDisabled />
      </Specimen>
    </div>
  )
}
