import { room } from '@irisflow/access';
import { listViewFields } from './fields/field-catalog.ts';
import { exportView } from './list/export-view.ts';
import { listViewTasks } from './list/list-view.ts';
import { changeView, chooseDefaultView, dropView, listViews, saveView } from './saved/save-view.ts';
import type { Surroundings } from './surroundings.ts';

export const viewsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listViewFields,
    listViewTasks,
    exportView,
    listViews,
    saveView,
    changeView,
    dropView,
    chooseDefaultView,
  });
