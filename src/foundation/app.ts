/** Builds the HTTP application from the house and its capabilities. Listens nowhere: tests inject, server.ts listens. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { isPassing } from './again.ts'
import type { Trx } from './db.ts'
import type { Capability, Deed, House } from './house.ts'
import type { Actor, HouseApp } from './http.ts'
import { claimOf, keyOf, once } from './idempotency.ts'
import { healthRoutes } from './health.ts'
import { describeRoute } from './openapi.ts'
import { away, invalidRequest, problemOf, rightMissing, signInFirst, tooOften, unexpected, unknownRoute } from './problem.ts'
import { Refusal } from './refusal.ts'
import { compileSchemas } from './schemas.ts'
import { localeOf } from './words.ts'

/** Says who asks, or undefined for nobody. Plugged in by the roof. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | undefined>

export interface AppParts {
  readonly capabilities: readonly Capability[]
  readonly authenticate: Authenticate
  /** The built console, where there is one. */
  readonly consoleDir?: string
  readonly version: string
  /** Compiles the schemas of all routes at the start, not each when it is first needed. */
  readonly eager?: boolean
}

const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY'
}
const nobody: Actor = { userId: 'nobody', name: '', role: 'none', rights: new Set() }
const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export async function buildApp(house: House, parts: AppParts): Promise<HouseApp> {
  const app = Fastify({
    trustProxy: house.config.trustProxy, bodyLimit: 4_194_304, routerOptions: { maxParamLength: 500 }, logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true
  }).withTypeProvider<TypeBoxTypeProvider>()
  compileSchemas(app, parts.eager ?? false)

  const witnesses = parts.capabilities.flatMap((one) => one.witness ?? [])
  const attest = async (trx: Trx, deeds: readonly Deed[], now: Date): Promise<void> => { for (const witness of witnesses) await witness(trx, deeds, now) }
  const witnessed = async <T>(trx: Trx, request: FastifyRequest, work: (trx: Trx) => Promise<T>): Promise<T> => {
    const answer = await work(trx)
    await attest(trx, [deedOf(request)], house.clock())
    return answer
  }
  const rights = new Set<string>()
  app.decorate('rights', rights)
  app.decorateRequest('actor')
  app.decorateRequest('locale', 'zh-CN')
  app.decorateRequest('write')
  app.decorateRequest('grouped')
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api') && route.method !== 'HEAD' && route.config?.right === undefined) {
      throw new Error(`${String(route.method)} ${route.url} names no right`)
    }
    if (route.config?.right !== undefined && route.config.right !== 'public') rights.add(route.config.right)
  })
  app.addHook('onRequest', async (request) => {
    request.locale = localeOf(request.headers['accept-language'])
    request.actor = nobody
    const right = request.routeOptions.config.right
    if (!request.url.startsWith('/api') || right === undefined) return
    request.actor = await parts.authenticate(request) ?? nobody
    request.write = (work) => once(house.db, claimOf(request), house.clock(), (trx) => witnessed(trx, request, work))
    request.grouped = (group, input) => group.join(input, { claim: claimOf(request), deed: deedOf(request), attest })
  })
  // After the rate limiter, which counts those who are turned away as well; before the body is read.
  app.addHook('preParsing', (request, _reply, _payload, done) => { done(refusalToEnter(request)) })
  app.addHook('preHandler', (request, _reply, done) => {
    const { right, keyless } = request.routeOptions.config
    const key = right !== undefined && right !== 'public' && keyless === undefined && writes.has(request.method) ? keyOf(request) : undefined
    done(key instanceof Refusal ? key : undefined)
  })

  answerProblems(app, house)
  await app.register(helmet, { global: false, contentSecurityPolicy: { directives: {
    'script-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'], 'upgrade-insecure-requests': null
  } }, hsts: false })
  // An answer of the API is data: nothing of it is ever run, framed or taken for something else. The policy of the pages is a text of its own for each answer.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api')) reply.headers(dataHeaders)
    else reply.helmet()
    done()
  })
  await app.register(rateLimit, {
    max: house.config.ratePerMinute, timeWindow: 60_000, errorResponseBuilder: tooOften,
    keyGenerator: (request) => (request.actor === nobody ? request.ip : request.actor.userId), allowList: (request) => !request.url.startsWith('/api')
  })
  countRequests(app, parts)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Changke 常客', version: parts.version, description: 'Every route names the right it needs (x-right). Writes take an Idempotency-Key. Errors are RFC 9457 problem+json in Chinese and English.' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' }, key: { type: 'http', scheme: 'bearer' } } }
    },
    transform: describeRoute
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, theme: { title: 'Changke API' } })
  app.get('/api/openapi.json', { config: { right: 'public' }, schema: { hide: true } }, async () => app.swagger())
  await app.register(healthRoutes(house))
  for (const capability of parts.capabilities) {
    const { name, routes } = capability
    if (routes) await app.register(async (scope) => routes(scope.withTypeProvider<TypeBoxTypeProvider>(), house), { prefix: `/api/${name}` })
  }
  const page = parts.consoleDir === undefined || !existsSync(join(parts.consoleDir, 'index.html')) ? undefined : parts.consoleDir
  if (page !== undefined) {
    await app.register(fastifyStatic, { root: page, preCompressed: true, maxAge: '1y', immutable: true, index: false, wildcard: true })
    app.get('/', { schema: { hide: true } }, async (_request, reply) => sendPage(reply, page))
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (page === undefined || request.url.startsWith('/api') || request.method !== 'GET' || /\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')) throw unknownRoute(request.url)
    return sendPage(reply, page)
  })
  return app
}

/** Default deny: a route of the API is for those who have the right that it names. */
function refusalToEnter({ url, actor, routeOptions: { config: { right } } }: FastifyRequest): Refusal | undefined {
  if (!url.startsWith('/api') || right === undefined || right === 'public') return undefined
  if (actor === nobody) return signInFirst()
  return actor.rights.has(right) ? undefined : rightMissing(right)
}

/** The console's one page, whatever the address: its router reads that. */
const sendPage = (reply: FastifyReply, folder: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { maxAge: 0, immutable: false })

const deedOf = ({ actor, method, url, ip, routeOptions }: FastifyRequest): Deed => {
  const { summary } = (routeOptions.schema ?? {}) as { readonly summary?: string }
  return { actor, right: routeOptions.config.right ?? '', method, route: routeOptions.url ?? url, target: url.split('?')[0] ?? url, summary: summary ?? '', address: ip }
}

function answerProblems(app: HouseApp, house: House): void {
  app.setErrorHandler(async (error: FastifyError | Refusal, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal.status >= 500) house.log.error('unexpected', { method: request.method, url: request.routeOptions.url, error })
    return reply.code(refusal.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problemOf(refusal, request.locale)))
  })
}

function refusalOf(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error
  if (error.validation) return invalidRequest(error.validationContext ?? 'body', error.validation)
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) {
    return new Refusal('request.malformed', status, { zh: '请求无法读懂：{reason}', en: 'The request cannot be read: {reason}' }, { reason: error.message })
  }
  // A write with a key was asked again and says itself that its outcome is not known.
  return isPassing(error) ? away() : unexpected()
}

/** What is known under a key, or found now. */
function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}

function countRequests(app: HouseApp, parts: AppParts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'changke_http_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], registers: [registry],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
  })
  // Each place to count at is found once: to find it by its labels takes as long as all the rest of the counting.
  const places = new Map<string, Map<string, Map<number, Histogram.Internal<string>>>>()
  app.addHook('onResponse', (request, reply, done) => {
    const [method, route, status] = [request.method, request.routeOptions.url ?? 'none', reply.statusCode]
    remembered(remembered(remembered(places, route, () => new Map()), method, () => new Map()), status, () => seconds.labels({ method, route, status })).observe(reply.elapsedTime / 1000)
    done()
  })
  app.get('/api/metrics', { config: { right: 'metrics.read' }, schema: { tags: ['server'], summary: `Prometheus metrics of Changke ${parts.version}`, produces: ['text/plain'] } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
