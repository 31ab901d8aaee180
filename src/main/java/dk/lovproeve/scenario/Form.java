package dk.lovproeve.scenario;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One kind of mapping of the language: its keys, each declared here and nowhere else, and what becomes of them. A form may
 * have another as a part, whose keys then stand among its own: every step has what all steps have, every arrow may have
 * consequences.
 */
final class Form<T> {

    private final String name;
    private final Text doc;
    private final List<Form<?>> parts;
    private final List<Key<?>> own;
    private final List<Key<?>> keys;
    private final Function<Fields, T> making;

    private Form(Named named, Function<Fields, T> making) {
        this.name = named.name;
        this.doc = named.doc;
        this.parts = List.copyOf(named.parts);
        this.own = List.copyOf(named.own);
        this.keys = List.copyOf(named.keys);
        this.making = making;
        List<String> names = keys.stream().map(Key::name).toList();
        Checks.that(Set.copyOf(names).size() == names.size(), name, names, "each key once");
    }

    /** A form that is not said to have keys yet. @param name one word, not shown to an author but fit for a link */
    static Named named(String name, String da, String en) {
        return new Named(name, new Text(da, en));
    }

    /** A form before it is known what becomes of it; its keys are told in the order in which they are named here. */
    static final class Named {

        private final String name;
        private final Text doc;
        private final List<Form<?>> parts = new ArrayList<>();
        private final List<Key<?>> own = new ArrayList<>();
        private final List<Key<?>> keys = new ArrayList<>();

        private Named(String name, Text doc) {
            this.name = name;
            this.doc = doc;
        }

        /** With the keys of another form among its own. */
        Named part(Form<?> part) {
            parts.add(part);
            keys.addAll(part.keys);
            return this;
        }

        Named keys(Key<?>... some) {
            own.addAll(List.of(some));
            keys.addAll(List.of(some));
            return this;
        }

        /** What becomes of the keys. Every one of them must be read, or left on purpose. */
        <T> Form<T> makes(Function<Fields, T> making) {
            return new Form<>(this, making);
        }
    }

    String name() {
        return name;
    }

    /** What such a mapping is, in a plain sentence or two. */
    Text doc() {
        return doc;
    }

    /** Forms whose keys stand among its own. */
    List<Form<?>> parts() {
        return parts;
    }

    /** The keys that are its own, in the order to be told. */
    List<Key<?>> own() {
        return own;
    }

    /** Every key that may stand in it, in the order to be told. */
    List<Key<?>> keys() {
        return keys;
    }

    /** Reads a mapping whole: other keys than these, and required ones that are not there, are failures. */
    T read(Cursor c) {
        return c.whole(whole -> {
            keys.forEach(key -> whole.knows(key.name()));
            return make(whole);
        });
    }

    /** Reads this part of a mapping. */
    private T make(Cursor c) {
        Fields fields = new Fields(this, c);
        T made = making.apply(fields);
        fields.allRead();
        return made;
    }

    /** The keys of one mapping as the author filled them in. */
    static final class Fields {

        private final Form<?> form;
        private final Cursor c;
        private final Set<Object> unread = new LinkedHashSet<>();

        private Fields(Form<?> form, Cursor c) {
            this.form = form;
            this.c = c;
            unread.addAll(form.own);
            unread.addAll(form.parts);
        }

        /** What stands below a key. */
        <V> V get(Key<V> key) {
            return reading(key).read(c);
        }

        /** What stands below a key that may be left out elsewhere, but not here. */
        <V> V require(Key.Maybe<V> key) {
            return reading(key).readRequired(c);
        }

        /** What becomes of a part. */
        <V> V get(Form<V> part) {
            return reading(part).make(c);
        }

        /** Leaves what stands below some keys to others; a required one must be there all the same. */
        void leave(Key<?>... some) {
            for (Key<?> key : some) {
                reading(key);
                if (key.required()) {
                    c.take(key.name());
                }
            }
        }

        /** Says of all keys, and of any others, that nothing more can be said of them. */
        void leaveAll() {
            unread.clear();
            if (c.isThere()) {
                c.tree().keys().keySet().forEach(c::maybe);
            }
        }

        boolean has(Key<?> key) {
            return c.has(key.name());
        }

        /** The place of a key that is there. */
        Optional<Cursor> at(Key<?> key) {
            return c.maybe(key.name());
        }

        /** The id the mapping is declared under. */
        String id() {
            return c.key();
        }

        Place place() {
            return c.place();
        }

        /** The mapping itself. */
        Cursor cursor() {
            return c;
        }

        private <K> K reading(K key) {
            boolean declared = form.own.contains(key) || form.parts.contains(key);
            Checks.that(declared, form.name, key instanceof Key<?> one ? one.name() : key, "a declared key");
            unread.remove(key);
            return key;
        }

        private void allRead() {
            List<String> names = unread.stream()
                    .map(key -> key instanceof Key<?> one ? one.name() : ((Form<?>) key).name)
                    .toList();
            Checks.that(names.isEmpty(), form.name, "unread " + names, "every declared key to be read");
        }
    }
}
