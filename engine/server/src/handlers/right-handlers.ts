import type { rightOperations } from '../api/contract/rights.ts';
import type { FileReply, Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const pdfReply = (file: { readonly name: string; readonly content: Uint8Array }): FileReply => ({
  ...file,
  mediaType: 'application/pdf',
  inline: true,
});

export const createRightHandlers = ({
  casework: { rights },
}: HandlerOptions): Handlers<keyof typeof rightOperations> => ({
  listRights: ({ actor, query }) => rights.listRights(actor, query),
  getRight: ({ actor, params, query }) => rights.getRight(actor, { ...params, ...query }),
  moveRight: ({ actor, params, body }) => rights.moveRight(actor, { ...params, ...body }),
  printRightCertificate: async ({ actor, params }) => pdfReply(await rights.printCertificate(actor, params)),
  listRightsOfCase: ({ actor, params }) => rights.listRightsLeftByCase(actor, params),
  listMyRights: ({ actor }) => rights.listMyRights(actor, {}),
  getMyRight: ({ actor, params }) => rights.getMyRight(actor, params),
  printMyRightCertificate: async ({ actor, params }) => pdfReply(await rights.printMyCertificate(actor, params)),
  checkCertificate: ({ actor, body }) => rights.checkCertificate(actor, body),
});
