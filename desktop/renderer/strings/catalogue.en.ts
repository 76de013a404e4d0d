import connection from '../features/connection/strings.en.ts';
import day from '../features/day/strings.en.ts';
import help from '../features/help/strings.en.ts';
import notices from '../features/notices/strings.en.ts';
import search from '../features/search/strings.en.ts';
import sidebar from '../features/sidebar/strings.en.ts';
import signIn from '../features/sign-in/strings.en.ts';
import clinic from '../store/clinicWords.en.ts';
import errors from '../store/strings.en.ts';
import shell from './shell.en.ts';

/** Every visible word in English. Each area keeps its own file; another language is a second file beside each. */
export const english = { errors, clinic, shell, help, connection, day, notices, search, sidebar, signIn };
