import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/base.scss';
import './app/look/index.css';
import { App } from './app/App';
import { startI18n } from './app/i18n';

void startI18n().then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
