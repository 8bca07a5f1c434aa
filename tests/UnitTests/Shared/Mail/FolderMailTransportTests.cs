using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Tests.Mail;

namespace InclusionPlatform.UnitTests.Shared.Mail;

internal sealed class FolderMailTransportTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mail-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Send_WhenFolderIsNotThere_MakesItWithOneWholeFile()
    {
        var folder = Path.Combine(_folder, "new", "outbox");

        var result = await new FolderMailTransport(folder, TimeProvider.System).SendAsync(Mails.Plain, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EqualTo(new[] { "edition-612.delivery-1@cooperativa.test.eml" }));
            Assert.That(ParsedMail.Of(await File.ReadAllBytesAsync(Directory.GetFiles(folder)[0])).Subject, Is.EqualTo("Bollettino 612"));
        }
    }

    [Test]
    public async Task Send_WhenSameMessageIdComesAgainEvenAtOnce_OneFileIsThere()
    {
        await using var session = new FolderMailTransport(_folder, TimeProvider.System).OpenSession();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => session.SendAsync(Mails.Plain, CancellationToken.None))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.All.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task Send_WhenFolderCannotBeMade_IsDeferredForEveryMail()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "taken");

        var result = await new FolderMailTransport(Path.Combine(file, "outbox"), TimeProvider.System).SendAsync(Mails.Plain, CancellationToken.None);

        Assert.That(result, Is.InstanceOf<DeliveryResult.Deferred>().With.Property(nameof(DeliveryResult.Deferred.ConcernsEveryMail)).True);
    }

    [Test]
    public async Task OpenSession_WhenAKilledProcessLeftAHalfFile_RemovesItOnceOld()
    {
        var old = Path.Combine(_folder, ".old.tmp");
        var young = Path.Combine(_folder, ".young.tmp");
        await File.WriteAllTextAsync(old, "half");
        await File.WriteAllTextAsync(young, "half");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        await using var session = new FolderMailTransport(_folder, TimeProvider.System).OpenSession();

        Assert.That(Directory.GetFiles(_folder), Is.EqualTo(new[] { young }));
    }

    [Test]
    public void FileName_WhenIdsDifferOnlyInWhatFilesCannotTell_NamesDiffer()
    {
        string[] ids = ["a@b.test", "A@b.test", "a/@b.test", "a*@b.test", "../a@b.test", ".a@b.test", new string('a', 150) + "@b.test", new string('a', 151) + "@b.test"];

        var names = ids.Select(FolderMailTransport.FileName).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names.Distinct(StringComparer.OrdinalIgnoreCase).Count(), Is.EqualTo(ids.Length));
            Assert.That(names, Has.All.Match(@"\A[^./][^/]{0,128}\z"));
        }
    }
}
