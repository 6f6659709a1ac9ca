import { createQueryClient } from '@irisflow/client';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LocaleShell } from './LocaleShell.tsx';
import { PortalRoutes } from './PortalRoutes.tsx';

export interface AppProps {
  /** What was asked of the platform before the first page; nothing unless given. */
  readonly queries?: QueryClient;
}

/** The citizens' portal. */
export const App = ({ queries }: AppProps) => {
  const [client] = useState(() => queries ?? createQueryClient());
  return (
    <QueryClientProvider client={client}>
      <LocaleShell>
        <PortalRoutes />
      </LocaleShell>
    </QueryClientProvider>
  );
};
