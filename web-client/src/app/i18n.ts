import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'language';
const loaders: Record<Language, () => Promise<{ default: ResourceLanguage }>> = {
  it: () => import('./locales/all.it'),
  en: () => import('./locales/all.en'),
};

function keptLanguage(): Language {
  return localStorage.getItem(kept) === 'en' ? 'en' : 'it';
}

/** One request brings all texts of one language: they are few, and every screen is then complete at once. */
async function load(language: Language) {
  if (i18next.hasResourceBundle(language, 'common')) return;
  const { default: texts } = await loaders[language]();
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, bundle);
}

export async function startI18n(language: Language = keptLanguage()) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {},
  });
  await load(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language) {
  await load(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
}
