import type { Routes } from '#foundation/http.ts'
import { Type } from 'typebox'
import * as wire from './tills.offline.schema.ts'
import { closeAllowance, grantAllowance, readOffline, registerDevice, revokeDevice, upload } from './tills.ts'

const tags = ['tills']

export const offlineRoutes: Routes = async (app, { db, clock, listeners }) => {
  app.get('/offline', {
    config: { right: 'tills.read' }, schema: { tags, summary: 'Tills that may sell without network, what they may spend, and the worst case', response: { 200: wire.Offline } }
  }, async () => readOffline(db, clock()))

  app.post('/devices', {
    config: { right: 'tills.define' }, schema: { tags, summary: 'Register a till by its Ed25519 public key', body: wire.DeviceBody, response: { 200: wire.Device } }
  }, async (request) => request.write((trx) => registerDevice(trx, request.body, request.actor.userId, clock())))

  app.post('/devices/:deviceId/revocation', {
    config: { right: 'tills.define' }, schema: { tags, summary: 'Revoke a till: nothing that it signed is taken any more', params: wire.DeviceParams, response: { 200: wire.Device } }
  }, async (request) => request.write((trx) => revokeDevice(trx, request.params.deviceId, clock())))

  app.post('/allowances', {
    config: { right: 'tills.define' }, schema: { tags, summary: 'Grant a till a signed part of the worst case', body: wire.AllowanceBody, response: { 200: wire.Allowance } }
  }, async (request) => request.write((trx) => grantAllowance(trx, request.body, request.actor.userId, clock())))

  app.post('/allowances/:allowanceId/closing', {
    config: { right: 'tills.define' }, schema: { tags, summary: 'Settle an allowance: its risk is free again', params: wire.AllowanceParams, response: { 200: Type.Omit(wire.Allowance, ['signature']) } }
  }, async (request) => request.write((trx) => closeAllowance(trx, { listeners, actor: request.actor.userId }, request.params.allowanceId, clock())))

  app.post('/envelopes', {
    config: { right: 'tills.write' }, schema: { tags, summary: 'Sales made without network, in any order and any number of times', body: wire.UploadBody, response: { 200: wire.Uploaded } }
  }, async (request) => request.write((trx) => upload(trx, { listeners, actor: request.actor.userId }, request.body, clock())))
}
