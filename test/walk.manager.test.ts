/** What a manager and a desk do, walked in a real browser against the real program with a fifth of the sample: the programme, its months, points that move, benefits, partners. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkBenefits } from './benefits.walk.ts'
import { walkMoves } from './moves.walk.ts'
import { invite, walkBooks, walkDevices, walkErase, walkMerge, walkOpening, walkProgramme, walkReplay, walkUnits } from './manager.walk.ts'
import { walkPartners } from './partners.walk.ts'
import { beginWalk, canWalk, type SampleWalk } from './sample.walk.ts'
import { enrol } from './till.walk.ts'
import { becomeOwner, desktop, open, phone, visit } from './walker.ts'

describe.skipIf(!canWalk())('the programme, walked with the sample', () => {
  let walk: SampleWalk
  beforeAll(async () => {
    walk = await beginWalk({ seed: 20_260_101, members: 4_000, prospects: 240, walkIns: 1_800 })
    const { running, owner: { page } } = walk
    await becomeOwner(page, running)
    await page.getByRole('heading', { level: 1, name: /位老客户正在流失/ }).waitFor({ timeout: 400_000 })
  }, 900_000)
  afterAll(() => walk?.end())

  it.each([
    ['Chinese at a desk', desktop, { name: '经理', times: '2', phone: '1373000001' }], ['English on a phone', { ...phone, locale: 'en' }, { name: 'Manager', times: '3', phone: '1374000001' }]
  ] as const)('runs the programme: a rule edited, replayed, scheduled and taken back, months closed, a second person asked: %s', async (_, look, mark) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await walkReplay(page, running.address, mark)
    await walkProgramme(page, running.address, mark)
    await walkOpening(page, running.address, mark)
    await walkDevices(page, running.address, mark)
    const second = await visit(browser, look)
    await invite(page, running.address, mark, second.page)
    const { customerId } = await enrol(page, `${mark.phone}9`, '10')
    await walkBooks(page, running.address, mark, customerId, second.page)
    await walkMerge(page, running.address, mark, customerId)
    await walkErase(page, running.address, mark)
    await walkUnits(page, running.address, customerId)
    expect([faults, second.faults]).toEqual([[], []])
    await second.context.close()
    await context.close()
  }, 900_000)

  it.each([
    ['Chinese at a desk', desktop, { name: '柜台', times: '2', phone: '1377000001' }], ['English on a phone', { ...phone, locale: 'en' }, { name: 'Desk', times: '3', phone: '1378000001' }]
  ] as const)('moves points, enters benefits and settles with partners: %s', async (_, look, mark) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await open(page, `${running.address}/tills`)
    const { customerId } = await enrol(page, `${mark.phone}9`, '10')
    await walkMoves(page, running.address, mark, customerId)
    await walkBenefits(page, running.address, mark, customerId)
    await walkPartners(page, running.address, mark)
    expect(faults).toEqual([])
    await context.close()
  }, 900_000)
})
