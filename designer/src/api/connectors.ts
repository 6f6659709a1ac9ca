import { answer, platform, type ConnectorPage, type Locale } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** The connectors that may be used here with their pages, in one language. */
export const useConnectorPages = (locale: Locale) =>
  useQuery({
    queryKey: ['connector-pages', locale],
    queryFn: (): Promise<readonly ConnectorPage[]> =>
      answer(platform.GET('/api/designer/connectors', { params: { query: { locale } } })),
    staleTime: Infinity,
  });
