import type { Audience } from '#server/fanout/audience.ts';
import type { Outlet } from '#server/fanout/feed.ts';
import type { TenantId, UserId } from '#shared/ids.ts';
import type { Io } from './io.ts';

/** Live sockets only: a socket that catches up is in no room. */
export function tenantRoom(tenantId: TenantId): string {
  return `tenant:${tenantId}`;
}

export function userRoom(tenantId: TenantId, userId: UserId): string {
  return `user:${tenantId}:${userId}`;
}

/** The rooms an audience stands for. They carry the tenant's name, so no event crosses a tenant (F2). */
function roomsOf(tenantId: TenantId, audience: Audience): string[] {
  if (audience === 'everyone') return [tenantRoom(tenantId)];
  return [...audience].map((userId) => userRoom(tenantId, userId));
}

/** The feed's way out: one broadcast a batch, encoded once for all sockets. */
export function roomOutlet(io: Io, afterBatch: () => void): Outlet {
  return {
    emit(tenantId, audience, batch) {
      const rooms = roomsOf(tenantId, audience);
      // A broadcast to no room at all would go to everyone.
      if (rooms.length === 0) return;
      io.to(rooms).emit('events', batch);
      afterBatch();
    },
    cutAll(tenantId) {
      for (const id of [...(io.of('/').adapter.rooms.get(tenantRoom(tenantId)) ?? [])])
        io.of('/').sockets.get(id)?.data.connection?.cut({
          kind: 'tooSlow',
          reason: 'The server could not keep up with its own log. The workstation reconnects by itself.',
        });
    },
  };
}
