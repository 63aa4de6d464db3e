import type { Capability } from '#foundation/house.ts'
import { TimelinePage, TimelineQuery } from './events.schema.ts'
import { timeline, type TimelineParts } from './events.timeline.ts'

/** The roof hands over what each slice says of its kinds, and the facts that slices keep in tables of their own. */
export const eventsCapability = (parts: TimelineParts): Capability => ({
  name: 'events',
  room: 'activity',
  routes: async (app, { db }) => {
    app.get('/', {
      config: { right: 'record.read' },
      schema: { tags: ['events'], summary: 'One timeline of a customer: orders and events, newest first', querystring: TimelineQuery, response: { 200: TimelinePage } }
    }, async (request) => {
      const { items, next } = await timeline(db, parts, request.query)
      return { items: items.map((item) => ({ ...item, values: { ...item.values }, at: item.at.toISOString() })), next }
    })
  }
})
