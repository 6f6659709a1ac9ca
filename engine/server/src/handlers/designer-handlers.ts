import { buffer } from 'node:stream/consumers';
import { blockTemplates, viewBlocks } from '@irisflow/procedures';
import type { designerOperations } from '../api/contract/designer.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createDesignerHandlers = ({
  casework,
  elementTemplates,
  connectorPages,
}: HandlerOptions): Handlers<keyof typeof designerOperations> => {
  const { procedures, monitor, connectors } = casework;
  return {
    listDesignerProcedures: ({ actor }) => procedures.listProcedures(actor, {}),
    createProcedure: ({ actor, body }) => procedures.createProcedure(actor, body),
    lintProcedure: ({ actor, params }) => procedures.lintDraft(actor, params),
    publishProcedure: ({ actor, params, body }) => procedures.publish(actor, { ...params, ...body }),
    getSchedule: ({ actor, params }) => procedures.getSchedule(actor, params),
    schedulePublication: ({ actor, params, body }) => procedures.schedulePublication(actor, { ...params, ...body }),
    changeSchedule: ({ actor, params, body }) => procedures.changeSchedule(actor, { ...params, ...body }),
    callOffSchedule: ({ actor, params, body }) => procedures.callOffSchedule(actor, { ...params, ...body }),
    approveSchedule: ({ actor, params, body }) => procedures.approveSchedule(actor, { ...params, ...body }),
    listProcedureVersions: ({ actor, params }) => procedures.listVersions(actor, params),
    approveProcedureVersion: ({ actor, params }) => procedures.approveVersion(actor, params),
    getProcedureVersion: ({ actor, params }) => procedures.getVersion(actor, params),
    exportProcedure: async ({ actor, params }) => {
      const { fileName, bytes } = await procedures.exportArchive(actor, params);
      return { name: fileName, mediaType: 'application/zip', content: bytes };
    },
    importProcedure: async ({ actor, query, file }) =>
      procedures.importArchive(actor, { ...query, archive: await buffer((await file()).content) }),
    previewImport: async ({ actor, query, file }) =>
      procedures.previewImport(actor, { ...query, archive: await buffer((await file()).content) }),
    restoreReplacedDraft: ({ actor, params, body }) => procedures.restoreDraft(actor, { ...params, ...body }),
    listInstances: ({ actor, params, query }) => monitor.listInstances(actor, { ...params, ...query }),
    getInstanceStatistics: ({ actor, params, query }) => monitor.getStatistics(actor, { ...params, ...query }),
    getInstance: ({ actor, params }) => monitor.getInstance(actor, params),
    unmaskInstance: ({ actor, params, body }) => monitor.unmaskInstance(actor, { ...params, ...body }),
    maskInstance: ({ actor, params }) => monitor.maskInstance(actor, params),
    resolveIncident: ({ actor, params, body }) => monitor.resolveIncident(actor, { ...params, ...body }),
    setInstanceVariables: ({ actor, params, body }) => monitor.setVariables(actor, { ...params, ...body }),
    suspendInstance: ({ actor, params, body }) => monitor.suspendInstance(actor, { ...params, ...body }),
    resumeInstance: ({ actor, params, body }) => monitor.resumeInstance(actor, { ...params, ...body }),
    moveStep: ({ actor, params, body }) => monitor.moveStep(actor, { ...params, ...body }),
    cancelInstance: ({ actor, params, body }) => monitor.cancelInstance(actor, { ...params, ...body }),
    listElementTemplates: async ({ actor, query: { locale = 'fr' } }) => [
      ...elementTemplates(locale),
      ...blockTemplates(locale),
      ...(await connectors.listConnectorTemplates(actor, { locale })),
    ],
    listBlocks: async () => viewBlocks(),
    listConnectors: async ({ actor, query: { locale = 'fr' } }) => [
      ...connectorPages(locale),
      ...(await connectors.listConnectorPages(actor, { locale })),
    ],
    tryDecision: ({ actor, body }) => procedures.tryDecision(actor, body),
    previewLetter: async ({ actor, body }) => ({
      name: 'letter.pdf',
      mediaType: 'application/pdf',
      content: await procedures.previewLetter(actor, body),
      inline: true,
    }),
  };
};
