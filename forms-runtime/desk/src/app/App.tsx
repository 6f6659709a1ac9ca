import { createQueryClient } from '@irisflow/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { DeskRoutes } from './DeskRoutes.tsx';
import { LanguageShell } from './LanguageShell.tsx';

/** The agents' desk, at `/desk`. */
export const App = () => {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Router base="/desk">
        <LanguageShell>
          <DeskRoutes />
        </LanguageShell>
      </Router>
    </QueryClientProvider>
  );
};
