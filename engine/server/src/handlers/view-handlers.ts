import type { viewOperations } from '../api/contract/views.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createViewHandlers = ({ casework: { views } }: HandlerOptions): Handlers<keyof typeof viewOperations> => ({
  listViews: ({ actor }) => views.listViews(actor, {}),
  listViewFields: ({ actor }) => views.listViewFields(actor, {}),
  listViewTasks: ({ actor, body }) => views.listViewTasks(actor, body),
  exportViewTasks: async ({ actor, body }) => ({
    name: 'irisflow.csv',
    mediaType: 'text/csv',
    content: Buffer.from(await views.exportView(actor, body)),
  }),
  saveView: ({ actor, body }) => views.saveView(actor, body),
  changeView: ({ actor, params, body }) => views.changeView(actor, { ...params, ...body }),
  deleteView: ({ actor, params }) => views.dropView(actor, params),
  chooseDefaultView: ({ actor, body }) => views.chooseDefaultView(actor, body),
});
