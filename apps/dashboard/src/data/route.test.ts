import { describe, expect, it } from 'vitest'
import { routeOf } from './route.ts'

describe('routeOf', () => {
  it('reads the address', () => {
    expect(routeOf('/').view).toBe('chat')
    expect(routeOf('/house').view).toBe('house')
    expect(routeOf('/house/k%C3%BCche')).toMatchObject({ view: 'area', areaId: 'küche' })
    expect(routeOf('/timeline', '?entity=light.a').query.get('entity')).toBe('light.a')
    expect(routeOf('/system').view).toBe('system')
    expect(routeOf('/welcome').view).toBe('welcome')
  })
  it('shows the chat for an address that it does not know', () => {
    expect(routeOf('/nowhere/at/all').view).toBe('chat')
  })
})
