package dk.lovproeve.report.template;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Shows a template plain data and nothing else: maps, lists, texts, numbers, truth values, the components of records,
 * the names of enum constants, texts in the language of the report, and the value of an optional, or nothing. Any other
 * class is refused, so that a template cannot reach a method that does something.
 */
final class ReportObjectWrapper extends SimpleObjectWrapper {

    private final Language language;

    ReportObjectWrapper(Language language) {
        super(Configuration.VERSION_2_3_34);
        this.language = language;
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        if (value instanceof Text text) {
            return new SimpleScalar(text.in(language));
        }
        if (value instanceof Enum<?> constant) {
            return new SimpleScalar(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? wrap(optional.getAsDouble()) : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? wrap(optional.getAsInt()) : null;
        }
        if (value instanceof Record record) {
            return new RecordModel(record);
        }
        return super.handleUnknownType(value);
    }

    private final class RecordModel implements TemplateHashModel {

        private final Record record;

        RecordModel(Record record) {
            this.record = record;
        }

        @Override
        public TemplateModel get(String name) throws TemplateModelException {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    try {
                        Method accessor = component.getAccessor();
                        accessor.setAccessible(true);
                        return wrap(accessor.invoke(record));
                    } catch (ReflectiveOperationException e) {
                        throw new TemplateModelException("Cannot read " + name, e);
                    }
                }
            }
            return null;
        }

        @Override
        public boolean isEmpty() {
            return record.getClass().getRecordComponents().length == 0;
        }
    }
}
