import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@irisflow/ui/styles.css';
import '@irisflow/frame/styles.css';
import './styles/desk.css';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
