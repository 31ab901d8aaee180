package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;

/** The kinds of thing an author declares by name, each under a root key of its own. */
enum Kind {
    PROVISION("provisions", "en bestemmelse", "a provision"),
    TARGET_GROUP("target-groups", "en målgruppe", "a target group"),
    PARAMETER("parameters", "en parameter", "a parameter"),
    CHANNEL("channels", "en kanal", "a channel"),
    ACTOR("actors", "en aktør", "an actor"),
    TRAIT("traits", "et træk", "a trait"),
    FLAG("flags", "et flag", "a flag"),
    CIRCUMSTANCE("circumstances", "en omstændighed", "a circumstance"),
    FACT("facts", "et faktum", "a fact"),
    AMOUNT("amounts", "en størrelse", "an amount"),
    STATE("states", "en tilstand", "a state"),
    METER("meters", "en måler", "a meter"),
    TRACK("tracks", "et spor", "a track"),
    MEASURE("measures", "et måltal", "a measure"),
    ATTRIBUTE("attributes", "en egenskab", "an attribute"),
    CAPACITY("capacities", "en evne", "a capacity"),
    HELPER("helpers", "en slags hjælper", "a kind of helper"),
    TOPIC("topics", "et emne", "a topic"),
    HOLIDAY("holidays", "en ferie", "a holiday"),
    RESOURCE("resources", "en ressource", "a resource"),
    STEP("steps", "et trin", "a step"),
    VARIANT("variants", "en variant", "a variant"),
    CASE("cases", "en sag", "a case"),
    TARGET("targets", "et kendt tal", "a known figure");

    private final String root;
    private final Text one;

    Kind(String root, String da, String en) {
        this.root = root;
        this.one = new Text(da, en);
    }

    /** The root key it is declared under. */
    String root() {
        return root;
    }

    /** {@code a step that stands under steps} */
    Text expected() {
        return new Text(one.da() + ", der står under " + root, one.en() + " that stands under " + root);
    }

    Text one() {
        return one;
    }
}
