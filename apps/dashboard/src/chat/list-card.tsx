import { mdiCheckboxBlankCircleOutline, mdiCheckboxMarkedCircleOutline } from '@mdi/js'
import type { ListItem } from '@tali/contracts'
import { useWords } from '../app.ts'
import { Icon } from '../parts/icon.tsx'
import css from './chat.module.css'

export function ListCard({ items }: { items: ListItem[] }) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <ul class={css.card} aria-label={t.chat.log}>
      {items.map((item) => (
        <li key={item.id} class={css.listRow} data-done={item.done || undefined}>
          <Icon path={item.done ? mdiCheckboxMarkedCircleOutline : mdiCheckboxBlankCircleOutline} />
          {item.text}
        </li>
      ))}
    </ul>
  )
}
