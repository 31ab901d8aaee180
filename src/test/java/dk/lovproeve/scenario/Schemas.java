package dk.lovproeve.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Holds YAML against the schema as an editor does: with the types of YAML 1.2, where a date or {@code no} is a word. */
final class Schemas {

    static final Path FILE = Path.of("scenarios/scenario.schema.json");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    /** The schema of a whole file. */
    static Schema ofFile() {
        return of(json());
    }

    /** The schema of what stands below a key of a form. */
    static Schema of(Form<?> form, String key) {
        ObjectNode schema = json();
        JsonNode properties = form == LanguageReference.root()
                ? schema.get("properties")
                : schema.get("definitions").get(form.name()).get("properties");
        ObjectNode property = (ObjectNode) properties.get(key).deepCopy();
        property.set("$schema", schema.get("$schema"));
        property.set("definitions", schema.get("definitions"));
        return of(property);
    }

    /** What is wrong with a text, one line each; none when it is as the schema says. */
    static List<String> wrong(Schema schema, String yaml) {
        Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        return schema.validate(json(node)).stream().map(e -> e.getInstanceLocation() + ": " + e.getMessage()).toList();
    }

    private static Schema of(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static ObjectNode json() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(LanguageReference.schema());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue().forEach(entry -> object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(one -> array.add(json(one)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        String word = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.textNode(word);
        }
        if (word.matches("true|false")) {
            return JSON.booleanNode(word.equals("true"));
        }
        if (word.matches("|~|null")) {
            return JSON.nullNode();
        }
        return word.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?") ? JSON.numberNode(new BigDecimal(word)) : JSON.textNode(word);
    }
}
