/* The translation editor looks here for the addresses of the choosers. */
window.chooserUrls = window.chooserUrls || { ...document.currentScript.dataset };
