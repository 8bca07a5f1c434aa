namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>What a person agreed to.</summary>
internal enum ConsentPurpose
{
    /// <summary>Has read how data are treated (art. 13); not a consent, but kept in the same way.</summary>
    Notice,
    SpecialCategories,
    SharingWithBodies,
    SharingWithCompanies,
    ApplicationsOnBehalf,
    Pictures,

    /// <summary>Being told of appointments by mail.</summary>
    AppointmentReminders,
}

/// <summary>How it can be shown that they did (art. 7(1)).</summary>
internal enum ConsentProof
{
    /// <summary>A signed paper, which is among the person's documents.</summary>
    Document,

    /// <summary>A signed paper in the archive of the service.</summary>
    PaperArchive,
    SignedOnScreen,
    Oral,
}

/// <summary>A mark on a person.</summary>
internal enum MarkKind
{
    /// <summary>The person objects to the treatment (art. 21).</summary>
    Objection,

    /// <summary>The person asked that data are only kept (art. 18).</summary>
    Restriction,

    /// <summary>Papers must be kept until a day, such as those of FSE+ (Reg. EU 2021/1060 art. 82).</summary>
    Hold,
}

/// <summary>What a person objects to (art. 21).</summary>
internal enum ObjectionScope
{
    /// <summary>All that is not being followed.</summary>
    Everything,

    /// <summary>Statistics and reports (art. 21(6)).</summary>
    Statistics,

    /// <summary>Messages and the bulletin (art. 21(2)).</summary>
    DirectContacts,

    /// <summary>Being matched with companies, and applied for to them.</summary>
    CompanyMatching,

    /// <summary>Telling partner bodies.</summary>
    PartnerBodies,

    /// <summary>Something else, in words.</summary>
    Other,
}

/// <summary>Why a person is made anonymous.</summary>
internal enum AnonymisationReason
{
    RetentionEnded,
    AskedByPerson,
}
