import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from './catalogue.en.ts';

/** The catalogue is in the bundle, so words are there at the first paint. React escapes what it shows. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
  });
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    returnNull: false;
  }
}
