import { createQueryClient } from '@irisflow/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { LocaleShell } from './LocaleShell.tsx';
import { PortalRoutes } from './PortalRoutes.tsx';

/** The citizens' portal. */
export const App = () => {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <LocaleShell>
        <PortalRoutes />
      </LocaleShell>
    </QueryClientProvider>
  );
};
