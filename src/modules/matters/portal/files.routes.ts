import { z } from 'zod';
import { fileRoutePart } from '#kernel/files/file-response.ts';
import { definePage } from '#kernel/http/route.ts';

/** A photo, recording or document, for whoever may see what it belongs to; 404 for everybody else. */
const file = definePage({
  face: 'public',
  capability: null,
  path: '/files/{id}',
  params: z.object({ id: z.uuid() }),
  sample: (fixture) => ({ params: { id: fixture('file.public') } }),
  handle: async ({ world, actor, params, headers }) =>
    fileRoutePart(world, actor, params.id, headers),
});

export const fileRoutes = [file];
