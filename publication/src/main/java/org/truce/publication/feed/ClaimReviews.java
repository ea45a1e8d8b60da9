package org.truce.publication.feed;

import org.truce.assessment.claims.Confronted;
import org.truce.model.entry.Basis;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.picture.Names;
import org.truce.picture.View;
import org.truce.publication.Messages;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims with their verdicts as {@code ClaimReview} of schema.org, for whoever collects such reviews: the verdict is words;
 * there is no number that says how true somebody is.
 */
public final class ClaimReviews {
    private ClaimReviews() {}

    /** One claim, in one language. */
    public static ObjectNode of(Confronted one, View view, Messages words) {
        Names names = Names.of(view);
        ClaimMade claim = one.claim().body();
        MandateSet mandate = view.mandate();
        ObjectNode out = Json.object()
                .put("@context", "https://schema.org")
                .put("@type", "ClaimReview")
                .put("inLanguage", words.language())
                .put(
                        "datePublished",
                        Days.of(view.valid().minusNanos(1), view.zone()).toString())
                .put("claimReviewed", claim.words().in(words.language()));
        if (mandate != null) {
            out.putObject("author")
                    .put("@type", "Organization")
                    .put("name", names.actor(mandate.mission()).in(words.language()));
        }
        ObjectNode item = out.putObject("itemReviewed").put("@type", "Claim");
        item.put("datePublished", Days.of(view.began(one.claim()), view.zone()).toString());
        if (claim.claimant() != null) {
            item.putObject("author").put("name", names.actor(claim.claimant()).in(words.language()));
        }
        for (Basis basis : one.claim().entry().basis()) {
            if (basis.address() != null) {
                item.put("appearance", basis.address());
            }
        }
        out.putObject("reviewRating")
                .put("@type", "Rating")
                .put("alternateName", words.word("verdict", one.verdict()))
                .put(
                        "ratingExplanation",
                        String.join(
                                " ",
                                one.reasons().stream()
                                        .map(ClaimFeed::inWords)
                                        .map(words::say)
                                        .toList()));
        return out;
    }
}
