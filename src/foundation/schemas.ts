/**
 * The schemas of the routes, compiled when a route is first asked. There are hundreds, and compiling all of them is more than half of a start: a second and a
 * half of a processor, in every start and in every test that opens a house. `eager` compiles them at once, for a test that wants to hear of a broken one.
 */
import buildValidators from '@fastify/ajv-compiler'
import buildSerializers from '@fastify/fast-json-stringify-compiler'
import type { FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import type { HouseApp } from './http.ts'

export function compileSchemas(app: HouseApp, eager: boolean): void {
  const validators = buildValidators()({}, { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } })
  const serializers = buildSerializers()({})
  const validator: FastifySchemaCompiler<FastifySchema> = (route) => {
    const compiled = onceAsked(() => validators(route), eager)
    // Fastify reads `errors` after a refusal, and says where a value stands, so that it can be coerced, only to what has a `schemaEnv`.
    const validate = Object.assign((...value: Parameters<ReturnType<typeof compiled>>) => compiled()(...value) === true, { schemaEnv: true })
    return Object.defineProperty(validate, 'errors', { get: () => compiled().errors })
  }
  const serializer: FastifySerializerCompiler<FastifySchema> = (route) => {
    const compiled = onceAsked(() => serializers({ ...route, httpStatus: route.httpStatus ?? '' }), eager)
    return (answer) => compiled()(answer)
  }
  app.setValidatorCompiler(validator)
  app.setSerializerCompiler(serializer)
}

function onceAsked<T>(make: () => T, eager: boolean): () => T {
  let made = eager ? make() : undefined
  return () => (made ??= make())
}
