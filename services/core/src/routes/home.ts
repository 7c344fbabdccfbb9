import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { stringify } from 'yaml'
import { z } from 'zod'
import {
  areaChangeSchema,
  areaInputSchema,
  areaSchema,
  deviceAccessSchema,
  entityChangeSchema,
  entitySchema,
  floorChangeSchema,
  floorInputSchema,
  floorSchema,
  homeFileSchema,
  homeImportedSchema,
  homeSnapshotSchema,
  type DeviceAccess,
} from '@tali/contracts'
import type { Door } from '@tali/runtime/http'
import { errors } from '../errors.ts'
import type { Home } from '../home/home.ts'
import { exportHome, importHome } from '../home/home-file.ts'

export interface HomeRoutesOptions {
  door: Door
  home: Home
  /** How devices reach the broker; null when it is not ours. */
  deviceAccess: () => DeviceAccess | null
}

const byId = z.object({ id: z.string().max(255) })

/** The home's places and things, and what people call them. */
export function homeRoutes({ door, home, deviceAccess }: HomeRoutesOptions): FastifyPluginAsyncZod {
  const { places, registry } = home
  /** What changed of the structure is seen by everybody. */
  const changed = <T>(value: T): T => {
    home.structureChanged()
    return value
  }
  return async (server) => {
    const tags = ['home']

    server.get(
      '/api/home',
      { schema: { summary: 'The home and how everything stands', tags, response: { 200: homeSnapshotSchema } } },
      async (request) => {
        await door.require(request)
        return { home: home.snapshot(), states: home.states() }
      },
    )

    server.post(
      '/api/floors',
      { schema: { summary: 'Add a floor', tags, body: floorInputSchema, response: { 201: floorSchema } } },
      async (request, reply) => {
        await door.require(request)
        return reply.code(201).send(changed(await places.addFloor(request.body)))
      },
    )
    server.patch(
      '/api/floors/:id',
      {
        schema: {
          summary: 'Change a floor',
          tags,
          params: byId,
          body: floorChangeSchema,
          response: { 200: floorSchema },
        },
      },
      async (request) => {
        await door.require(request)
        return changed(await places.changeFloor(request.params.id, request.body))
      },
    )
    server.delete(
      '/api/floors/:id',
      { schema: { summary: 'Remove a floor; its areas stay', tags, params: byId } },
      async (request, reply) => {
        await door.require(request)
        changed(await places.removeFloor(request.params.id))
        return reply.code(204).send()
      },
    )

    server.post(
      '/api/areas',
      { schema: { summary: 'Add an area', tags, body: areaInputSchema, response: { 201: areaSchema } } },
      async (request, reply) => {
        await door.require(request)
        return reply.code(201).send(changed(await places.addArea(request.body)))
      },
    )
    server.patch(
      '/api/areas/:id',
      {
        schema: {
          summary: 'Change an area',
          tags,
          params: byId,
          body: areaChangeSchema,
          response: { 200: areaSchema },
        },
      },
      async (request) => {
        await door.require(request)
        return changed(await places.changeArea(request.params.id, request.body))
      },
    )
    server.delete(
      '/api/areas/:id',
      { schema: { summary: 'Remove an area; what is in it stays', tags, params: byId } },
      async (request, reply) => {
        await door.require(request)
        changed(await places.removeArea(request.params.id))
        return reply.code(204).send()
      },
    )

    server.patch(
      '/api/entities/:id',
      {
        schema: {
          summary: 'Name a thing, or say where it is',
          tags,
          params: byId,
          body: entityChangeSchema,
          response: { 200: entitySchema },
        },
      },
      async (request) => {
        await door.require(request)
        const { id } = request.params
        const known = registry.entity(id)
        if (!known) throw errors.error('unknown_entity', { values: { id } })
        if (request.body.areaId && !places.area(request.body.areaId))
          throw errors.error('unknown_area', { values: { id: request.body.areaId } })
        await registry.note(known.uniqueId, { ...registry.noteOf(id), ...request.body })
        const entity = changed(registry.describe(id))
        if (!entity) throw errors.error('unknown_entity', { values: { id } })
        return entity
      },
    )

    server.get(
      '/api/home/file',
      { schema: { summary: 'Floors, areas and names as YAML', tags } },
      async (request, reply) => {
        await door.require(request)
        return reply.type('application/yaml; charset=utf-8').send(stringify(exportHome(home)))
      },
    )
    server.post(
      '/api/home/file',
      {
        schema: {
          summary: 'Bring floors, areas and names in',
          tags,
          body: homeFileSchema,
          response: { 200: homeImportedSchema },
        },
      },
      async (request) => {
        await door.requireAdmin(request)
        return importHome(home, request.body)
      },
    )

    server.get(
      '/api/devices/access',
      {
        schema: {
          summary: "How a device of one's own reaches the broker",
          tags,
          response: { 200: deviceAccessSchema },
        },
      },
      async (request) => {
        await door.requireAdmin(request)
        const access = deviceAccess()
        if (!access) throw errors.error('no_broker')
        return access
      },
    )
  }
}
