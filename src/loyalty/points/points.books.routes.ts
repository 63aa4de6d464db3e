import { download } from '#foundation/download.ts'
import type { House } from '#foundation/house.ts'
import type { HouseApp } from '#foundation/http.ts'
import { approve, closeMonth, listApprovals, listClosings, reject, reopenMonth, requestApproval } from './points.closing.ts'
import * as wire from './points.closing.schema.ts'
import { sweepJob } from './points.jobs.ts'
import { statementRows } from './points.partner.export.ts'
import { listPartners, readPartnerStatement, savePartner, savePartnerRate, savePayment } from './points.partner.ts'
import * as partner from './points.partner.schema.ts'
import { readPolicy } from './points.policy.ts'

const tags = ['points']

/** What finance does with the ledger: closed months, approvals, partners. */
export function booksRoutes(app: HouseApp, { db, clock, listeners, queue }: House): void {
  app.get('/closings', {
    config: { right: 'points.read' }, schema: { tags, summary: 'The months that are closed', response: { 200: wire.ClosingList } }
  }, async () => listClosings(db))

  app.post('/closings', {
    config: { right: 'points.close' },
    schema: { tags, summary: 'Close a month and all before it: nothing counts in it any more without an approval', body: wire.NewClosing, response: { 200: wire.Closing } }
  }, async (request) => {
    // What time has done in the month must be booked before; the sweep begins at once, however this ends.
    await queue.send(db, sweepJob.name, {}, { key: sweepJob.name })
    return request.write((trx) => closeMonth(trx, request.actor.userId, request.body, clock()))
  })

  app.post('/closings/:month/reopen', {
    config: { right: 'points.close' }, schema: { tags, summary: 'Open the last closed month again', params: wire.MonthPlace, response: { 200: wire.Closing } }
  }, async (request) => request.write((trx) => reopenMonth(trx, request.actor.userId, request.params.month, clock())))

  app.get('/approvals', {
    config: { right: 'points.read' }, schema: { tags, summary: 'Requests to book into a closed month: those that wait first', response: { 200: wire.ApprovalList } }
  }, async () => ({ items: await listApprovals(db) }))

  app.post('/approvals', {
    config: { right: 'points.write' }, schema: { tags, summary: 'Ask a second person to book commands into a closed month', body: wire.NewApproval, response: { 200: wire.Approval } }
  }, async (request) => request.write((trx) => requestApproval(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.post('/approvals/:approvalId/approve', {
    config: { right: 'points.approve' }, schema: { tags, summary: 'Approve a request of somebody else: it is booked at once', params: wire.ApprovalPlace, body: wire.Answer, response: { 200: wire.Approved } }
  }, async (request) => request.write((trx) => approve(trx, { listeners, actor: request.actor.userId }, request.params.approvalId, request.body.answer ?? '', clock())))

  app.post('/approvals/:approvalId/reject', {
    config: { right: 'points.approve' }, schema: { tags, summary: 'Reject a request of somebody else', params: wire.ApprovalPlace, body: wire.Answer, response: { 200: wire.Approval } }
  }, async (request) => request.write((trx) => reject(trx, request.actor.userId, request.params.approvalId, request.body.answer ?? '', clock())))

  app.get('/partners', {
    config: { right: 'points.read' }, schema: { tags, summary: 'Partners that give or take our points, with their rates', response: { 200: partner.PartnerList } }
  }, async () => ({ items: await listPartners(db) }))

  app.post('/partners', {
    config: { right: 'points.define' }, schema: { tags, summary: 'Add or change a partner', body: partner.NewPartner, response: { 200: partner.Partner } }
  }, async (request) => request.write((trx) => savePartner(trx, request.body, request.actor.userId, clock())))

  app.post('/partners/:partnerId/rates', {
    config: { right: 'points.define' }, schema: { tags, summary: 'Money for a point from now on, or from later', params: partner.PartnerPlace, body: partner.NewPartnerRate, response: { 200: partner.Partner } }
  }, async (request) => request.write((trx) => savePartnerRate(trx, request.params.partnerId, request.body, request.actor.userId, clock())))

  app.post('/partners/:partnerId/payments', {
    config: { right: 'points.close' }, schema: { tags, summary: 'A payment between us and a partner', params: partner.PartnerPlace, body: partner.NewPayment, response: { 200: partner.Partner } }
  }, async (request) => request.write((trx) => savePayment(trx, request.params.partnerId, request.body, request.actor.userId, clock())))

  app.get('/partners/:partnerId/statement', {
    config: { right: 'points.read' }, schema: { tags, summary: 'What a partner and we owe each other, for a month: opening, movements, closing', params: partner.PartnerPlace, querystring: partner.StatementQuery, response: { 200: partner.PartnerStatement } }
  }, async ({ params, query }) => readPartnerStatement(db, params.partnerId, query.month))

  app.get('/partners/:partnerId/export', {
    config: { right: 'points.export' }, schema: { tags, summary: 'The same as CSV', params: partner.PartnerPlace, querystring: partner.StatementQuery }
  }, async (request, reply) => {
    const [statement, { parameters }] = await Promise.all([readPartnerStatement(db, request.params.partnerId, request.query.month), readPolicy(db, clock())])
    const { headers, body } = download('csv', `partner-${request.query.month}`, statementRows(statement, parameters, request.locale))
    return reply.headers(headers).send(body)
  })
}
