/** @jsxImportSource react */

import { App, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Catalogue, Language } from '#kernel/pure/messages.ts';
import { storedLanguage, storeLanguage } from './language-store.ts';
import { latinFontStack, workbenchTheme } from './theme.ts';

/** A text from the server that comes in both languages, or in one where only one exists. */
export type Words = string | { readonly zh: string; readonly en: string };

export function wordsIn(language: Language, words: Words): string {
  return typeof words === 'string' ? words : words[language];
}

type LanguageChoice = {
  readonly language: Language;
  readonly choose: (language: Language) => void;
};
const LanguageContext = createContext<LanguageChoice | null>(null);

// Under the compiler these are CommonJS namespaces, in the bundle the default export itself.
function unwrapped(locale: Locale | { readonly default: Locale }): Locale {
  return 'default' in locale ? locale.default : locale;
}
const themes = {
  zh: workbenchTheme,
  en: { ...workbenchTheme, token: { ...workbenchTheme.token, fontFamily: latinFontStack } },
};
const antdLocales = { zh: unwrapped(zhCN), en: unwrapped(enUS) };

/** Holds the language, and gives antd its texts and theme in it. */
export function LanguageProvider(props: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    storeLanguage(language);
  }, [language]);
  // At once, because what is asked for anew right after must say the language that was chosen.
  const choose = (chosen: Language) => {
    storeLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <LanguageContext value={{ language, choose }}>
      <ConfigProvider
        theme={themes[language]}
        locale={antdLocales[language]}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App>{props.children}</App>
      </ConfigProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('useLanguage outside LanguageProvider');
  return choice;
}

/** The texts of a catalogue in the present language. */
export function useT<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage().language];
}

/** Reads a text the server sent in both languages. */
export function useWords(): (words: Words) => string {
  const { language } = useLanguage();
  return (words) => wordsIn(language, words);
}
