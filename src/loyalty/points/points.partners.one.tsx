import { Button } from 'antd'
import { lazy, Suspense, useState, type Ref } from 'react'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import '../../insights/definitions/insights.css'
import type { Partner } from './points.partner.schema.ts'
import { RatesCard } from './points.partners.rates.tsx'
import { StatementCard } from './points.partners.statement.tsx'
import { partnerFormWords, partnersPageWords } from './points.partners.words.ts'

const Form = lazy(async () => ({ default: (await import('./points.partners.form.tsx')).PartnerForm }))

/** One partner: the statement of the month, and beside it the rates it is reckoned at. */
export function OnePartner({ partner, month, heading }: { readonly partner: Partner, readonly month: string, readonly heading: Ref<HTMLHeadingElement> }) {
  const { say } = useWords()
  const mayDefine = mayOpen(useSession().rights, 'points.define')
  const [isEditing, setEditing] = useState(false)
  return (
    <section className="in-stack" aria-labelledby={`partner-${partner.partnerId}`}>
      <div className="ck-bar po-partner">
        <h2 id={`partner-${partner.partnerId}`} ref={heading}>{partner.name}</h2>
        {!partner.isActive && <span className="ck-tag" data-tone="quiet">{say(partnersPageWords.inactive)}</span>}
        {mayDefine && <span className="ck-end"><Button onClick={() => setEditing(true)}>{say(partnerFormWords.editShort)}</Button></span>}
      </div>
      <div className="ck-columns in-wide-left">
        <StatementCard partner={partner} month={month} />
        <RatesCard partner={partner} mayDefine={mayDefine} />
      </div>
      {isEditing && <Suspense><Form partner={partner} onClose={() => setEditing(false)} /></Suspense>}
    </section>
  )
}
