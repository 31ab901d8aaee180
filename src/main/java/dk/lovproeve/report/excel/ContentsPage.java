package dk.lovproeve.report.excel;

import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.procedure.Measure;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The first sheet: what is where, what run it was, and how the numbers are read. */
final class ContentsPage {

    private final Subject subject;
    private final AnnexWords words;
    private final List<List<Cell>> rows = new ArrayList<>();

    ContentsPage(Subject subject) {
        this.subject = subject;
        this.words = subject.words();
    }

    static String title(Subject subject) {
        return subject.words().say("title", subject.say(subject.scenario().duty().title()));
    }

    Sheet page(List<Sheet> others) {
        heading("contents.sheets");
        others.forEach(sheet -> rows.add(List.of(new Cell.Link(sheet.name()), Cell.of(sheet.title()))));

        heading("contents.run");
        Manifest manifest = subject.run().manifest();
        fact("run", manifest.run());
        fact("scenario", manifest.scenario());
        fact("variants", subject.variants().stream().map(subject::label).collect(Collectors.joining("; ")));
        fact("seed", String.valueOf(manifest.seed()));
        fact("replications", String.valueOf(manifest.replications()));
        fact("draws", manifest.draws() == 0 ? words.say("fact.draws.none") : String.valueOf(manifest.draws()));
        fact("days", String.valueOf(manifest.days()));
        fact("scale", percent(manifest.scale()));
        fact("command", manifest.command());
        fact("version", manifest.version());

        heading("contents.reading");
        for (String topic : List.of("estimate", "interval", "blank", "difference", "views", "groups", "rate", "filters", "municipalities", "range", "sensitivity", "not")) {
            if (isPresent(topic, others)) {
                rows.add(List.of(
                        Cell.of(words.say("reading." + topic + ".topic")),
                        Cell.of(words.say("reading." + topic, arguments(topic)))));
            }
        }
        heading("contents.files");
        manifest.inputs().forEach((name, hash) -> rows.add(List.of(Cell.of(name), Cell.of("SHA-256 " + hash))));
        return new Sheet.Page(words.say("sheet.contents"), title(subject), List.of(30, 118), rows, List.of());
    }

    private boolean isPresent(String topic, List<Sheet> others) {
        return switch (topic) {
            case "groups" -> subject.grouped();
            case "filters" -> others.stream().anyMatch(s -> s instanceof Sheet.Table table && !table.shown().isEmpty());
            case "rate" -> subject.counted().isPresent();
            case "difference" -> !subject.alternatives().isEmpty();
            case "range" -> subject.run().range().isPresent();
            case "sensitivity" -> subject.run().sensitivity().isPresent();
            default -> true;
        };
    }

    private Object[] arguments(String topic) {
        return switch (topic) {
            case "rate" -> new Object[] {subject.say(subject.counted().orElseThrow().label())};
            case "difference" -> new Object[] {subject.label(subject.baseline())};
            case "municipalities" -> new Object[] {new ResultSheets(subject).byMunicipality().stream()
                    .map(Measure::label).map(subject::say).collect(Collectors.joining("; "))};
            case "range" -> new Object[] {subject.run().range().orElseThrow().draws()};
            case "sensitivity" -> new Object[] {
                subject.run().sensitivity().orElseThrow().parameters(),
                percent(PlausibleRange.scale(subject.run().manifest().scale()))};
            default -> new Object[0];
        };
    }

    private void heading(String key) {
        if (!rows.isEmpty()) {
            rows.add(List.of());
        }
        rows.add(List.of(new Cell.Heading(words.say(key))));
    }

    private void fact(String key, String value) {
        rows.add(List.of(Cell.of(words.say("fact." + key)), Cell.of(value)));
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(subject.language().locale());
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }
}
