/** What every route has in common, added to its OpenAPI description so that no route repeats it. */
import type { SwaggerTransform } from '@fastify/swagger'

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'sentences'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, code: { type: 'string' },
    sentences: { type: 'object', required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    values: { type: 'object', additionalProperties: true }
  }
}

const Problem = { description: 'A refusal, as RFC 9457 problem details', content: { 'application/problem+json': { schema: problem } } }

export const describeRoute: SwaggerTransform = ({ schema, url, route }) => {
  const right = route.config?.right
  const { response = {}, headers, ...rest } = (schema ?? {}) as Record<string, unknown>
  const keyed = writes.has(String(route.method)) && right !== 'public' && route.config?.keyless === undefined
  const key = { type: 'object', required: ['idempotency-key'], properties: { 'idempotency-key': { type: 'string', minLength: 8, maxLength: 100 } } }
  return {
    url: url.replace(/(.)\/$/, '$1'),
    schema: {
      ...rest,
      ...(keyed ? { headers: key } : headers === undefined ? {} : { headers }),
      response: { ...(response as object), '4xx': Problem, '5xx': Problem },
      security: right === 'public' ? [] : [{ session: [] }, { key: [] }],
      ...(right === undefined ? {} : { 'x-right': right })
    } as Record<string, unknown>
  }
}
