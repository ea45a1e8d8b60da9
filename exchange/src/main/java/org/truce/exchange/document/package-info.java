/**
 * Documents in: PDF (Apache PDFBox) and DOCX (Apache POI for the container, StAX for the words) into text and a page
 * map. What comes out is what a person reads in the document, in the order in which they read it: Arabic in logical
 * order, lines joined into paragraphs, headers and footers once. What is asked of the words then is not asked here.
 */
@NullMarked
package org.truce.exchange.document;

import org.jspecify.annotations.NullMarked;
