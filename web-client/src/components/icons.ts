// Only the icons that are used are bundled: one import and one entry for each (names of Bootstrap Italia, without `it-`; the bell, which it lacks, is ours).
import arrowDownSvg from 'bootstrap-italia/src/svg/it-arrow-down.svg?raw';
import arrowLeftSvg from 'bootstrap-italia/src/svg/it-arrow-left.svg?raw';
import arrowRightSvg from 'bootstrap-italia/src/svg/it-arrow-right.svg?raw';
import arrowUpSvg from 'bootstrap-italia/src/svg/it-arrow-up.svg?raw';
import bellSvg from './bell.svg?raw';
import bookmarkSvg from 'bootstrap-italia/src/svg/it-bookmark.svg?raw';
import boxSvg from 'bootstrap-italia/src/svg/it-box.svg?raw';
import burgerSvg from 'bootstrap-italia/src/svg/it-burger.svg?raw';
import calendarSvg from 'bootstrap-italia/src/svg/it-calendar.svg?raw';
import cardSvg from 'bootstrap-italia/src/svg/it-card.svg?raw';
import chartLineSvg from 'bootstrap-italia/src/svg/it-chart-line.svg?raw';
import checkSvg from 'bootstrap-italia/src/svg/it-check.svg?raw';
import checkCircleSvg from 'bootstrap-italia/src/svg/it-check-circle.svg?raw';
import chevronLeftSvg from 'bootstrap-italia/src/svg/it-chevron-left.svg?raw';
import chevronRightSvg from 'bootstrap-italia/src/svg/it-chevron-right.svg?raw';
import clipSvg from 'bootstrap-italia/src/svg/it-clip.svg?raw';
import clockSvg from 'bootstrap-italia/src/svg/it-clock.svg?raw';
import closeSvg from 'bootstrap-italia/src/svg/it-close.svg?raw';
import collapseSvg from 'bootstrap-italia/src/svg/it-collapse.svg?raw';
import commentSvg from 'bootstrap-italia/src/svg/it-comment.svg?raw';
import copySvg from 'bootstrap-italia/src/svg/it-copy.svg?raw';
import deleteSvg from 'bootstrap-italia/src/svg/it-delete.svg?raw';
import downloadSvg from 'bootstrap-italia/src/svg/it-download.svg?raw';
import errorSvg from 'bootstrap-italia/src/svg/it-error.svg?raw';
import exchangeCircleSvg from 'bootstrap-italia/src/svg/it-exchange-circle.svg?raw';
import expandSvg from 'bootstrap-italia/src/svg/it-expand.svg?raw';
import externalLinkSvg from 'bootstrap-italia/src/svg/it-external-link.svg?raw';
import fileSvg from 'bootstrap-italia/src/svg/it-file.svg?raw';
import fileCsvSvg from 'bootstrap-italia/src/svg/it-file-csv.svg?raw';
import filePdfSvg from 'bootstrap-italia/src/svg/it-file-pdf.svg?raw';
import fileSheetSvg from 'bootstrap-italia/src/svg/it-file-sheet.svg?raw';
import filesSvg from 'bootstrap-italia/src/svg/it-files.svg?raw';
import flagSvg from 'bootstrap-italia/src/svg/it-flag.svg?raw';
import folderSvg from 'bootstrap-italia/src/svg/it-folder.svg?raw';
import funnelSvg from 'bootstrap-italia/src/svg/it-funnel.svg?raw';
import helpCircleSvg from 'bootstrap-italia/src/svg/it-help-circle.svg?raw';
import hornSvg from 'bootstrap-italia/src/svg/it-horn.svg?raw';
import inboxSvg from 'bootstrap-italia/src/svg/it-inbox.svg?raw';
import infoCircleSvg from 'bootstrap-italia/src/svg/it-info-circle.svg?raw';
import keySvg from 'bootstrap-italia/src/svg/it-key.svg?raw';
import linkSvg from 'bootstrap-italia/src/svg/it-link.svg?raw';
import listSvg from 'bootstrap-italia/src/svg/it-list.svg?raw';
import lockedSvg from 'bootstrap-italia/src/svg/it-locked.svg?raw';
import logoutSvg from 'bootstrap-italia/src/svg/it-logout.svg?raw';
import mailSvg from 'bootstrap-italia/src/svg/it-mail.svg?raw';
import mapMarkerSvg from 'bootstrap-italia/src/svg/it-map-marker.svg?raw';
import minusSvg from 'bootstrap-italia/src/svg/it-minus.svg?raw';
import moreActionsSvg from 'bootstrap-italia/src/svg/it-more-actions.svg?raw';
import moreItemsSvg from 'bootstrap-italia/src/svg/it-more-items.svg?raw';
import noteSvg from 'bootstrap-italia/src/svg/it-note.svg?raw';
import paSvg from 'bootstrap-italia/src/svg/it-pa.svg?raw';
import passwordInvisibleSvg from 'bootstrap-italia/src/svg/it-password-invisible.svg?raw';
import passwordVisibleSvg from 'bootstrap-italia/src/svg/it-password-visible.svg?raw';
import pencilSvg from 'bootstrap-italia/src/svg/it-pencil.svg?raw';
import pinSvg from 'bootstrap-italia/src/svg/it-pin.svg?raw';
import piattaformeSvg from 'bootstrap-italia/src/svg/it-piattaforme.svg?raw';
import plusSvg from 'bootstrap-italia/src/svg/it-plus.svg?raw';
import plusCircleSvg from 'bootstrap-italia/src/svg/it-plus-circle.svg?raw';
import presentationSvg from 'bootstrap-italia/src/svg/it-presentation.svg?raw';
import printSvg from 'bootstrap-italia/src/svg/it-print.svg?raw';
import refreshSvg from 'bootstrap-italia/src/svg/it-refresh.svg?raw';
import restoreSvg from 'bootstrap-italia/src/svg/it-restore.svg?raw';
import searchSvg from 'bootstrap-italia/src/svg/it-search.svg?raw';
import settingsSvg from 'bootstrap-italia/src/svg/it-settings.svg?raw';
import shareSvg from 'bootstrap-italia/src/svg/it-share.svg?raw';
import starFullSvg from 'bootstrap-italia/src/svg/it-star-full.svg?raw';
import starOutlineSvg from 'bootstrap-italia/src/svg/it-star-outline.svg?raw';
import telephoneSvg from 'bootstrap-italia/src/svg/it-telephone.svg?raw';
import toolSvg from 'bootstrap-italia/src/svg/it-tool.svg?raw';
import unlockedSvg from 'bootstrap-italia/src/svg/it-unlocked.svg?raw';
import uploadSvg from 'bootstrap-italia/src/svg/it-upload.svg?raw';
import userSvg from 'bootstrap-italia/src/svg/it-user.svg?raw';
import videoSvg from 'bootstrap-italia/src/svg/it-video.svg?raw';
import warningSvg from 'bootstrap-italia/src/svg/it-warning.svg?raw';
import warningCircleSvg from 'bootstrap-italia/src/svg/it-warning-circle.svg?raw';
import wifiSvg from 'bootstrap-italia/src/svg/it-wifi.svg?raw';

export const icons = {
  'arrow-down': arrowDownSvg,
  'arrow-left': arrowLeftSvg,
  'arrow-right': arrowRightSvg,
  'arrow-up': arrowUpSvg,
  bell: bellSvg,
  bookmark: bookmarkSvg,
  box: boxSvg,
  burger: burgerSvg,
  calendar: calendarSvg,
  card: cardSvg,
  'chart-line': chartLineSvg,
  check: checkSvg,
  'check-circle': checkCircleSvg,
  'chevron-left': chevronLeftSvg,
  'chevron-right': chevronRightSvg,
  clip: clipSvg,
  clock: clockSvg,
  close: closeSvg,
  collapse: collapseSvg,
  comment: commentSvg,
  copy: copySvg,
  delete: deleteSvg,
  download: downloadSvg,
  error: errorSvg,
  'exchange-circle': exchangeCircleSvg,
  expand: expandSvg,
  'external-link': externalLinkSvg,
  file: fileSvg,
  'file-csv': fileCsvSvg,
  'file-pdf': filePdfSvg,
  'file-sheet': fileSheetSvg,
  files: filesSvg,
  flag: flagSvg,
  folder: folderSvg,
  funnel: funnelSvg,
  'help-circle': helpCircleSvg,
  horn: hornSvg,
  inbox: inboxSvg,
  'info-circle': infoCircleSvg,
  key: keySvg,
  link: linkSvg,
  list: listSvg,
  locked: lockedSvg,
  logout: logoutSvg,
  mail: mailSvg,
  'map-marker': mapMarkerSvg,
  minus: minusSvg,
  'more-actions': moreActionsSvg,
  'more-items': moreItemsSvg,
  note: noteSvg,
  pa: paSvg,
  'password-invisible': passwordInvisibleSvg,
  'password-visible': passwordVisibleSvg,
  pencil: pencilSvg,
  pin: pinSvg,
  piattaforme: piattaformeSvg,
  plus: plusSvg,
  'plus-circle': plusCircleSvg,
  presentation: presentationSvg,
  print: printSvg,
  refresh: refreshSvg,
  restore: restoreSvg,
  search: searchSvg,
  settings: settingsSvg,
  share: shareSvg,
  'star-full': starFullSvg,
  'star-outline': starOutlineSvg,
  telephone: telephoneSvg,
  tool: toolSvg,
  unlocked: unlockedSvg,
  upload: uploadSvg,
  user: userSvg,
  video: videoSvg,
  warning: warningSvg,
  'warning-circle': warningCircleSvg,
  wifi: wifiSvg,
} as const;

export type IconName = keyof typeof icons;
