/** The words of photos. */
export const photoWords = {
  of: (name: string): string => `Photo of ${name}`,
  choose: 'Choose photo',
  change: 'Change photo',
  remove: 'Remove photo',
  changed: 'Photo saved',
  removed: 'Photo removed',
  removeTitle: (name: string): string => `Remove the photo of ${name}?`,
  removeDetail: 'Their initials stand in its place everywhere.',
  unreadable: {
    title: 'This photo cannot be used',
    detail: 'Choose a picture in PNG, JPEG or WebP that is not damaged.',
  },
  crop: {
    title: 'Crop the photo',
    area: 'Visible part of the photo',
    hint: 'Drag the photo, or move it with the arrow keys. Zoom with the wheel, with + and −, or with the slider.',
    zoom: 'Zoom',
    save: 'Save photo',
    cancel: 'Cancel',
  },
} as const
