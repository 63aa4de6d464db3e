import { Calendar as AntCalendar } from 'antd'
import dayjs from 'dayjs'

/** A month to choose a past day from. */
export function Calendar({ value, latest, onChoose }: { readonly value: string, readonly latest: string, readonly onChoose: (day: string) => void }) {
  return (
    <div className="ck-calendar">
      <AntCalendar
        fullscreen={false} defaultValue={dayjs(value)} validRange={[dayjs('1990-01-01'), dayjs(latest > value ? latest : value)]}
        onSelect={(day, { source }) => { if (source === 'date') onChoose(day.format('YYYY-MM-DD')) }}
      />
    </div>
  )
}
