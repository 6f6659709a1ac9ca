import { Readable } from 'node:stream';
import type { CopyFile } from '@irisflow/copies';
import type { copyOperations } from '../api/contract/copies.ts';
import { zipStream } from '../export/zip-stream.ts';
import type { FileReply, Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const replyOf = (file: CopyFile): FileReply =>
  file.as === 'pdf'
    ? { name: file.name, mediaType: 'application/pdf', content: Readable.from(file.content), inline: true }
    : { name: file.name, mediaType: 'application/zip', content: Readable.from(zipStream(file.files)) };

export const createCopyHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof copyOperations> => {
  const { copies } = casework;
  return {
    listFileCopies: ({ actor, params }) => copies.listFileCopies(actor, params),
    copyFile: ({ actor, params, body }) => copies.copyFile(actor, { ...params, ...body }),
    fetchFileCopy: async ({ actor, params, query }) =>
      replyOf(await copies.fetchFileCopy(actor, { ...params, ...query })),
    listMyFileCopies: ({ actor, params }) => copies.listMyFileCopies(actor, params),
    copyMyFile: ({ actor, params }) => copies.copyMyFile(actor, params),
    fetchMyFileCopy: async ({ actor, params, query }) =>
      replyOf(await copies.fetchMyFileCopy(actor, { ...params, ...query })),
  };
};
