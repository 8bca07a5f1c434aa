import common from './en.json';
import { collect } from './collect';

export default collect(common, import.meta.glob('../../features/*/locales/en.json', { eager: true, import: 'default' }));
