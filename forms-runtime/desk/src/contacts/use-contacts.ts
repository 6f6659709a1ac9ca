import {
  answer,
  platform,
  type ApplicationDraft,
  type ContactFile,
  type ContactSummary,
  type ContactView,
} from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactFilters } from './contact-filters.ts';
import type { NewContact } from './new-contact.ts';

const PAGE_SIZE = 25;

interface ContactPageAnswer {
  readonly items: readonly ContactSummary[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Contacts of the administration that fit the filters. */
export const useContacts = (filters: ContactFilters) =>
  useInfiniteQuery({
    queryKey: ['contacts', filters],
    queryFn: ({ pageParam }): Promise<ContactPageAnswer> =>
      answer(
        platform.GET('/api/contacts', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Contacts about one case, the newest first. */
export const useCaseContacts = (caseId: string) =>
  useQuery({
    queryKey: ['contacts', 'of-case', caseId],
    queryFn: async () => (await answer(platform.GET('/api/contacts', { params: { query: { caseId } } }))).items,
  });

const byContact = (contactId: string) => ({ params: { path: { contactId } } });

/** What somebody said and was answered. Each look is written in the audit log: it is not refreshed by itself. */
export const useContact = (contactId: string) =>
  useQuery({
    queryKey: ['contact', contactId],
    queryFn: () => answer(platform.GET('/api/contacts/{contactId}', byContact(contactId))),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const useRecordContact = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (contact: NewContact): Promise<ContactView> =>
      answer(platform.POST('/api/contacts', { body: contact })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contacts'] }),
  });
};

export type ContactChange = Pick<ContactView, 'revision' | 'answer' | 'followUp' | 'followUpOn' | 'state'> & {
  readonly term: 'ordinary' | 'extended';
};

export const useChangeContact = (contactId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ContactChange): Promise<ContactView> =>
      answer(platform.PUT('/api/contacts/{contactId}', { ...byContact(contactId), body: change })),
    onSuccess: async (contact) => {
      queries.setQueryData<ContactFile>(['contact', contactId], (known) => known && { ...known, ...contact });
      await queries.invalidateQueries({ queryKey: ['contacts'] });
    },
  });
};

/** Opens an application of what was said; the same contact and procedure give the same one. */
export const useOpenApplication = (contactId: string) =>
  useMutation({
    mutationFn: (procedureKey: string): Promise<ApplicationDraft> =>
      answer(
        platform.POST('/api/contacts/{contactId}/application', { ...byContact(contactId), body: { procedureKey } }),
      ),
  });

/** Published procedures of the clerk's own administration. */
export const useOwnProcedures = () => {
  const { administration } = usePerson();
  const { data = [] } = useQuery({
    queryKey: ['procedures'],
    queryFn: () => answer(platform.GET('/api/procedures')),
    staleTime: 60_000,
  });
  return data.filter((procedure) => procedure.administration.key === administration?.key);
};
