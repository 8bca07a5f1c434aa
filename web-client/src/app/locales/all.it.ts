import common from './it.json';
import { collect } from './collect';

export default collect(common, import.meta.glob('../../features/*/locales/it.json', { eager: true, import: 'default' }));
