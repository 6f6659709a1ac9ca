import { nullable, OpaqueId, Ordinal } from '@irisflow/foundation';
import { SavedView, ViewDefinition, ViewField, ViewName, ViewPage, ViewsOfClerk } from '@irisflow/views';
import { Type } from 'typebox';
import { clerks, exportLimit, operationsOf } from './operation.ts';

const byView = Type.Object({ viewId: OpaqueId });
const written = { name: ViewName, definition: ViewDefinition, shared: Type.Boolean() };

/** Views of the worklist: filters, columns and order, saved and shared. */
export const viewOperations = operationsOf({
  listViews: {
    method: 'GET',
    path: '/api/views',
    summary: 'My views of the worklist and those that are shared with me.',
    access: clerks,
    reply: ViewsOfClerk,
  },
  listViewFields: {
    method: 'GET',
    path: '/api/views/fields',
    summary: 'The fields that a view may ask about and show, those of forms included.',
    access: clerks,
    reply: Type.Array(ViewField),
  },
  listViewTasks: {
    method: 'POST',
    path: '/api/views/tasks',
    summary: 'The tasks that a view shows, saved or not. It looks at a number of tasks and says where to go on.',
    access: clerks,
    body: Type.Object({
      definition: ViewDefinition,
      /** Only those of one step, as they are ticked to be decided together. */
      procedure: Type.Optional(Type.String({ maxLength: 100 })),
      element: Type.Optional(Type.String({ maxLength: 200 })),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: ViewPage,
  },
  exportViewTasks: {
    method: 'POST',
    path: '/api/views/csv',
    summary: 'The same as CSV, at most 2,000 tasks; the audit says who took it.',
    access: clerks,
    limit: exportLimit,
    body: Type.Object({ definition: ViewDefinition }),
    reply: 'file',
  },
  saveView: {
    method: 'POST',
    path: '/api/views',
    summary: 'Saves a view under a name.',
    access: clerks,
    body: Type.Object(written),
    reply: SavedView,
  },
  changeView: {
    method: 'PUT',
    path: '/api/views/{viewId}',
    summary: 'Changes a view of mine, or as a supervisor one that is shared.',
    access: clerks,
    params: byView,
    body: Type.Object({ ...written, revision: Ordinal }),
    reply: SavedView,
  },
  deleteView: {
    method: 'DELETE',
    path: '/api/views/{viewId}',
    summary: 'Takes a view away, for everybody who uses it.',
    access: clerks,
    params: byView,
    reply: 'none',
  },
  chooseDefaultView: {
    method: 'PUT',
    path: '/api/desk/default-view',
    summary: 'The view that my desk opens with; null for the usual list.',
    access: clerks,
    body: Type.Object({ viewId: nullable(OpaqueId) }),
    reply: 'none',
  },
});
