import { defineMessages } from '#kernel/pure/messages.ts';

/** What is said of photos and documents, on the portal and in the workbench. */
export const fileMessages = defineMessages(
  {
    answerPhotos: '办好后的照片',
    answerPhotosHint:
      '最多 4 个文件，照片或 PDF。反映人看得到；公开的诉求大家都看得到。照片里的拍摄位置会去掉。',
    pickPhotos: '选照片',
    faults: {
      file_type: '这个文件不是照片、录音或 PDF。',
      photo_heic: '这种照片格式（HEIC）打不开，请在手机上存成 JPEG 再选。',
      photo_unreadable: '这张照片打不开，请换一张。',
      photo_too_many_pixels: '这张照片太大，请换一张小一些的。',
      file_infected: '这个文件没有通过安全检查。',
      file_too_large: '一个文件最大 15 MB。',
      clip_too_long: '录音最长三分钟，请分成两段或写下来。',
      too_many_files: '最多 4 个文件。',
    },
  },
  {
    answerPhotos: 'Photos of the result',
    answerPhotosHint:
      'Up to 4 files, photos or PDF. The resident sees them; so does everybody where the matter is public. Where a photo was taken is removed from it.',
    pickPhotos: 'Choose photos',
    faults: {
      file_type: 'This file is neither a photo, a recording nor a PDF.',
      photo_heic:
        'This kind of photo (HEIC) cannot be opened. Save it as JPEG and choose it again.',
      photo_unreadable: 'This photo cannot be opened. Please choose another.',
      photo_too_many_pixels: 'This photo is too large. Please choose a smaller one.',
      file_infected: 'This file did not pass the safety check.',
      file_too_large: 'A file may have up to 15 MB.',
      clip_too_long: 'A recording may last three minutes. Please shorten it or write instead.',
      too_many_files: 'Up to 4 files.',
    },
  },
);
