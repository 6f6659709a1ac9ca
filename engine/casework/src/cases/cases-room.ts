import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { answerInformationRequest } from './answer-information-request.ts';
import { addMyDocument, removeMyDocument } from './answer-documents.ts';
import { downloadCaseDocument, downloadForConnector, downloadMyDocument } from './case-documents.ts';
import { addNote, getCase, listCaseStatuses, listOwnStatuses, searchCases } from './clerk-cases.ts';
import { getMyCase, listMyAccesses, listMyCases, listMyConsultations } from './my-cases.ts';
import { addCaseDocument } from './clerk-documents.ts';
import { writeName } from './write-name.ts';
import { withdraw } from './withdraw.ts';

export const casesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listMyCases,
    getMyCase,
    listMyConsultations,
    listMyAccesses,
    addMyDocument,
    removeMyDocument,
    downloadMyDocument,
    answerInformationRequest,
    withdraw,
    searchCases,
    listCaseStatuses,
    listOwnStatuses,
    getCase,
    addNote,
    addCaseDocument,
    writeName,
    downloadCaseDocument,
    downloadForConnector,
  });
