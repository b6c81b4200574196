package fr.tiers.tier.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.Conversion;
import fr.tiers.tier.Duplicates;
import fr.tiers.tier.FormerCode;
import fr.tiers.tier.FunctionBlock;
import fr.tiers.tier.FunctionBlockCommand;
import fr.tiers.tier.FunctionBlocks;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The functions of the tier: conversion, and the block of each. */
@Named("functionsOfTier")
@ViewScoped
public class FunctionsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Score from which a candidate is worth a word. */
    private static final int LIKELY = 60;

    private final FunctionBlocks blocks;
    private final Conversion conversion;
    private final TierTypes types;
    private final TierRecordView record;
    private final TierRights rights;
    private final Duplicates duplicates;
    private final Refusals refusals;
    private transient List<FunctionBlock> rows;
    private HashSet<String> functions;
    private String editing;
    private long version;
    private String code;
    private String accountingAccount;
    private String paymentTerms;
    private String paymentMethod;
    private BigDecimal discount;
    private String notes;

    protected FunctionsOfTier() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public FunctionsOfTier(
            FunctionBlocks blocks,
            Conversion conversion,
            TierTypes types,
            TierRecordView record,
            TierRights rights,
            Duplicates duplicates,
            Refusals refusals) {
        this.blocks = blocks;
        this.conversion = conversion;
        this.types = types;
        this.record = record;
        this.rights = rights;
        this.duplicates = duplicates;
        this.refusals = refusals;
    }

    public List<FunctionBlock> getRows() {
        if (rows == null) {
            rows = blocks.ofTier(record.getId());
        }
        return rows;
    }

    /** Both functions: only then is there something to choose between. */
    public boolean isBoth() {
        return getRows().size() > 1;
    }

    public List<FormerCode> getFormerCodes() {
        return blocks.formerCodes(record.getId());
    }

    /** What the tier can be converted to by this user, the usual one first. */
    public List<String> getTargets() {
        if (!rights.may("CONVERT")) {
            return List.of();
        }
        var functions = functions();
        if (functions.contains("CUSTOMER")) {
            return List.of();
        }
        return functions.contains("PROSPECT")
                ? List.of("CUSTOMER")
                : functions.contains("SUSPECT") ? List.of("PROSPECT", "CUSTOMER") : List.of();
    }

    private Set<String> functions() {
        if (functions == null) {
            var mine = record.getTier().types();
            functions = types.all().stream()
                    .filter(type -> mine.contains(type.code()))
                    .map(TierType::function)
                    .collect(Collectors.toCollection(HashSet::new));
        }
        return functions;
    }

    public String convert(String to) {
        if (!refusals.guard(() -> conversion.convert(record.getId(), null, to))) {
            return null;
        }
        Messages.addFlashGlobalInfo(
                Functions.text1("function.converted." + to, record.getTier().name()));
        warnOfDuplicates();
        return record.openTabUrl("function");
    }

    /** A customer who is there twice is better made one before orders come. */
    private void warnOfDuplicates() {
        duplicates.of(TierMapping.toData(record.getTier()), record.getId()).stream()
                .filter(candidate -> candidate.score() >= LIKELY)
                .findFirst()
                .ifPresent(candidate -> Messages.addFlashGlobalWarn(
                        Functions.text2("tier.duplicate.converted", candidate.name(), candidate.code())));
    }

    public boolean isWriter() {
        return rights.isWriter() || rights.may("ATTACH") && Faces.isUserInRole("ACCOUNTING");
    }

    public void edit(String function) {
        var block = blocks.get(record.getId(), function);
        editing = function;
        version = block.version();
        code = block.code();
        accountingAccount = block.accountingAccount();
        paymentTerms = block.paymentTerms();
        paymentMethod = block.paymentMethod();
        discount = block.discount();
        notes = block.notes();
    }

    public void leave() {
        editing = null;
    }

    public String save() {
        var command = new FunctionBlockCommand(code, accountingAccount, paymentTerms, paymentMethod, discount, notes);
        if (!refusals.guard(() -> blocks.change(record.getId(), editing, version, command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("function.saved." + editing));
        return record.openTabUrl("function");
    }

    public List<String> getMethods() {
        return List.of("TRANSFER", "DIRECT_DEBIT", "CARD", "CHEQUE", "BILL_OF_EXCHANGE", "CASH");
    }

    public String icon(String function) {
        return "CUSTOMER".equals(function) ? "pi-star" : "pi-truck";
    }

    public String getEditing() {
        return editing;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAccountingAccount() {
        return accountingAccount;
    }

    public void setAccountingAccount(String accountingAccount) {
        this.accountingAccount = accountingAccount;
    }

    public String getPaymentTerms() {
        return paymentTerms;
    }

    public void setPaymentTerms(String paymentTerms) {
        this.paymentTerms = paymentTerms;
    }

    public String getPaymentMethod() {
        return paymentMethod;
    }

    public void setPaymentMethod(String paymentMethod) {
        this.paymentMethod = paymentMethod;
    }

    public BigDecimal getDiscount() {
        return discount;
    }

    public void setDiscount(BigDecimal discount) {
        this.discount = discount;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }
}
