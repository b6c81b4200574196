package fr.tiers.sample;

import fr.tiers.exchange.DemoImport;
import fr.tiers.kernel.ClockProducer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/** Fills an empty database with the demonstration company; the same for the same day. */
final class DemoData {

    static final int TIERS = 300;

    private final Handle handle;
    private final LocalDate today;

    DemoData(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write() {
        var products = Product.load();
        var tiers = tiers(TIERS);
        new OrganisationWriter(
                        handle,
                        today.minusYears(3).atStartOfDay(ClockProducer.ZONE).toInstant())
                .write();
        new TierWriter(handle, today, new SampleEvents(products)).write(tiers);
        new RepresentativeWriter(handle, today).write(tiers);
        new SubscriptionWriter(handle, today.atStartOfDay(ClockProducer.ZONE).toInstant()).write(tiers);
        new SiteWriter(handle, today).write();
        new ContactDetails(handle, today).write();
        new ContactHabits(handle, today).write();
        new FunctionWriter(
                        handle,
                        today.minusYears(1).atStartOfDay(ClockProducer.ZONE).toInstant())
                .write();
        new RelationWriter(handle, today).write(tiers);
        new TagWriter(handle).write(tiers);
        new TaskWriter(handle, today).write(tiers);
        new CustomFieldWriter(handle, today).write(tiers);
        new AgendaWriter(handle, today).write(tiers);
        new LetterWriter(handle, today).write(tiers);
        new ReceivableWriter(handle, today).write(tiers, new SampleInvoices(products));
        new PaperWriter(handle, today).write(tiers);
        new WornTagWriter(handle).write();
        DemoImport.write(handle);
    }

    /** The first so many tiers of the generator, without those whose name another one has already. */
    static List<PlacedTier> tiers(int number) {
        var source = new SampleTiers(Communes.load(), Trade.load());
        var names = new HashSet<String>();
        var id = new AtomicLong();
        return LongStream.iterate(0, index -> index + 1)
                .mapToObj(source::of)
                .filter(tier -> names.add(tier.name()))
                .limit(number)
                .map(tier -> PlacedTier.of(id.incrementAndGet(), tier))
                .toList();
    }
}
